package org.runincident.maven;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.runincident.audit.report.MergedReport;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.ReportFolder;
import org.runincident.audit.source.SourceLines;

/**
 * The reports of the modules of one build, put together at its root as they come. No module is waited for: one that fails,
 * skips or is left out would never come.
 */
final class BuildReports {
    private static final String KEY = BuildReports.class.getName();

    private final Map<String, Report> parts = new TreeMap<>();

    private BuildReports() {}

    /** Those of the running build; one object for all its threads. */
    static BuildReports of(MavenSession session) {
        Map<String, Object> data = session.getRequest().getData();
        synchronized (data) {
            return (BuildReports) data.computeIfAbsent(KEY, key -> new BuildReports());
        }
    }

    /**
     * Adds a module's report and writes all that are there.
     *
     * @param earlier to compare all with; null where there is none
     */
    synchronized void add(Report report, Report earlier, ReportFolder folder, SourceLines sources) throws IOException {
        report.modules().forEach(module -> parts.put(module.key(), report));
        Report merged = MergedReport.of(parts.values());
        folder.write(earlier == null ? merged : merged.after(earlier), sources, Optional.empty());
    }
}
