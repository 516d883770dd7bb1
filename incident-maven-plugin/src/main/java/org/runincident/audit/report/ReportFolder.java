package org.runincident.audit.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.runincident.audit.catalog.FailureCatalog;
import org.runincident.audit.report.catalog.CatalogMarkdown;
import org.runincident.audit.report.ci.GitLabCodeQuality;
import org.runincident.audit.report.ci.JUnitXml;
import org.runincident.audit.report.html.HtmlReport;
import org.runincident.audit.report.json.JsonReport;
import org.runincident.audit.report.markdown.MarkdownReport;
import org.runincident.audit.report.sarif.SarifReport;
import org.runincident.audit.source.SourceLines;
import org.runincident.rule.RulePages;

/** The folder with the reports of an audit. A reader sees the old file or the new one, never half of one. */
public final class ReportFolder {
    private final Path folder;
    private final SarifReport.Which sarif;

    /** @param sarif which findings {@code report.sarif} holds; the other formats hold all */
    public ReportFolder(Path folder, SarifReport.Which sarif) {
        this.folder = folder;
        this.sarif = sarif;
    }

    /**
     * Writes every format.
     *
     * @param sources to quote from
     */
    public void write(Report report, SourceLines sources) throws IOException {
        Files.createDirectories(folder);
        put("report.json", JsonReport.write(report));
        put("report.sarif", SarifReport.write(report, sarif, RulePages::of));
        put("report.html", HtmlReport.write(report, sources));
        put("report.md", MarkdownReport.write(report, sources));
        put("junit.xml", JUnitXml.write(report));
        put("gitlab-code-quality.json", GitLabCodeQuality.write(report));
    }

    /** Writes the failure catalog. */
    public void write(FailureCatalog catalog, Report report) throws IOException {
        Files.createDirectories(folder);
        put("catalog.md", CatalogMarkdown.write(catalog));
        put("catalog.html", HtmlReport.write(catalog, report));
    }

    private void put(String name, byte[] bytes) throws IOException {
        // Not a temporary file of the JDK's: those only their owner may read.
        Path beside = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".new");
        try {
            Files.write(beside, bytes);
            try {
                Files.move(
                        beside,
                        folder.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
