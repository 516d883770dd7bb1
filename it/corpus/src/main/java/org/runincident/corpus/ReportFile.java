package org.runincident.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.json.JsonReport;

/** Reads what an audit left in {@code target/incident/report.json}. */
final class ReportFile {
    private static final String SOURCE_ROOT = "src/main/java/";

    private ReportFile() {}

    static Audited read(Path report) throws IOException {
        List<Found> findings = new ArrayList<>();
        List<Audited.Level> levels = new ArrayList<>();
        for (Report.ModuleEntry module :
                JsonReport.read(Files.readAllBytes(report)).modules()) {
            for (Report.FindingEntry finding : module.findings()) {
                findings.add(new Found(
                        finding.rule(), inJar(finding.at().file()), finding.at().line()));
            }
            for (Report.SiteEntry site : module.statusSites()) {
                levels.add(new Audited.Level(inJar(site.at().file()), site.at().line(), site.level()));
            }
        }
        return new Audited(findings, levels, -1, -1, -1, null);
    }

    /** The path as the labels have it. */
    private static String inJar(String file) {
        int root = file.indexOf(SOURCE_ROOT);
        return root < 0 ? file : file.substring(root + SOURCE_ROOT.length());
    }
}
