package org.runincident.audit.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/**
 * The folder with the reports of an audit. A reader sees the old file or the new one, never half of one; and no new one
 * before all of them could be written.
 */
public final class ReportFolder {
    private static final Pattern BESIDE = Pattern.compile("\\..+\\.(\\d+)\\.new");

    private static final List<String> NAMES =
            List.of("report.json", "report.sarif", "report.html", "report.md", "junit.xml", "gitlab-code-quality.json");

    private final Path folder;
    private final SarifReport.Which sarif;

    /** @param sarif which findings {@code report.sarif} holds; the other formats hold all */
    public ReportFolder(Path folder, SarifReport.Which sarif) {
        this.folder = folder;
        this.sarif = sarif;
    }

    /**
     * Writes every format, unless exactly these reports are there.
     *
     * @param sources to quote from
     * @param basis a digest of this program and of the sources, by which another run knows its own reports; empty when there
     *     is none
     * @throws IOException if one of them cannot be written; then all files are as they were
     */
    public void write(Report report, SourceLines sources, Optional<String> basis) throws IOException {
        Optional<String> key = basis.map(digest -> WrittenReports.key(report, digest, sarif.name(), sources.root()));
        WrittenReports written = new WrittenReports(folder, NAMES);
        if (key.filter(written::stand).isEmpty()) {
            written.forget();
            write(report, sources);
            if (key.isPresent()) {
                written.remember(key.get());
            }
        }
    }

    private void write(Report report, SourceLines sources) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.json", JsonReport.write(report));
        files.put("report.sarif", SarifReport.write(report, sarif, RulePages::of));
        files.put("report.html", HtmlReport.write(report, sources));
        files.put("report.md", MarkdownReport.write(report, sources));
        files.put("junit.xml", JUnitXml.write(report));
        files.put("gitlab-code-quality.json", GitLabCodeQuality.write(report));
        put(files);
    }

    /**
     * Writes the failure catalog.
     *
     * @throws IOException if one of its files cannot be written; then all files are as they were
     */
    public void write(FailureCatalog catalog, Report report) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("catalog.md", CatalogMarkdown.write(catalog));
        files.put("catalog.html", HtmlReport.write(catalog, report));
        put(files);
    }

    private void put(Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        sweep();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(beside(file.getKey()), file.getValue());
            }
            for (String name : files.keySet()) {
                replace(beside(name), folder.resolve(name));
            }
        } finally {
            for (String name : files.keySet()) {
                Files.deleteIfExists(beside(name));
            }
        }
    }

    /** Not a temporary file of the JDK's: those only their owner may read. */
    private Path beside(String name) {
        return folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".new");
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes away what a run that was killed left behind. */
    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher beside = BESIDE.matcher(file.getFileName().toString());
                if (beside.matches() && !isAlive(beside.group(1))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isAlive(String pid) {
        // More digits than a long holds are nobody's number.
        return pid.length() < 19 && ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }
}
