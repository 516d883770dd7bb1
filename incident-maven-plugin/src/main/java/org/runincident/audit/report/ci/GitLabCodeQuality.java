package org.runincident.audit.report.ci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.ModuleEntry;

/** Findings as a code-quality report of GitLab. */
public final class GitLabCodeQuality {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, String> SEVERITIES = Map.of("error", "major", "warning", "minor", "note", "info");

    private GitLabCodeQuality() {}

    /** One issue, with the names of that format. */
    record Issue(String description, String check_name, String fingerprint, String severity, Location location) {}

    record Location(String path, Lines lines) {}

    record Lines(int begin) {}

    /** The report as UTF-8 text. */
    public static byte[] write(Report report) {
        List<Issue> issues = new ArrayList<>();
        for (ModuleEntry module : report.modules()) {
            for (FindingEntry finding : module.findings()) {
                issues.add(new Issue(
                        finding.message(),
                        finding.rule(),
                        // Two modules may hold the same class.
                        module.directory().isEmpty()
                                ? finding.fingerprint()
                                : finding.fingerprint() + "-" + module.directory(),
                        SEVERITIES.get(finding.severity()),
                        new Location(
                                finding.at().file(),
                                new Lines(Math.max(1, finding.at().line())))));
            }
        }
        try {
            return (MAPPER.writeValueAsString(issues) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always writable", e);
        }
    }
}
