package org.runincident.audit.report.ci;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.PlaceEntry;

/** New findings as workflow commands, which GitHub shows beside the changed lines. */
public final class GitHubAnnotations {
    /** GitHub shows no more of each kind per step. */
    private static final int MOST = 10;

    private static final List<String> SEVERITIES = List.of("error", "warning", "note");

    private GitHubAnnotations() {}

    /** Lines for the standard output of a step. */
    public static List<String> of(Report report) {
        List<FindingEntry> findings = report.modules().stream()
                .flatMap(module -> module.findings().stream())
                .filter(finding -> finding.state().equals("new"))
                .sorted(Comparator.comparingInt(finding -> SEVERITIES.indexOf(finding.severity())))
                .toList();
        List<String> lines = new ArrayList<>();
        for (String severity : SEVERITIES) {
            findings.stream()
                    .filter(finding -> finding.severity().equals(severity))
                    .limit(MOST)
                    .forEach(finding -> lines.add(line(finding)));
        }
        return lines;
    }

    private static String line(FindingEntry finding) {
        PlaceEntry at = finding.at();
        String kind = finding.severity().equals("note") ? "notice" : finding.severity();
        String lines = at.line() == 0 ? "" : ",line=" + at.line() + ",endLine=" + Math.max(at.line(), at.endLine());
        boolean columns = at.column() > 0 && at.endColumn() > 0 && at.line() == at.endLine();
        String span = columns ? ",col=" + at.column() + ",endColumn=" + (at.endColumn() + 1) : "";
        return "::" + kind + " file=" + property(at.file()) + lines + span + ",title=" + property(finding.rule()) + "::"
                + data(finding.message() + (finding.hint().isEmpty() ? "" : "\nMend: " + finding.hint()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
