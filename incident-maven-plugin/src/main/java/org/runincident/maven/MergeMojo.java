package org.runincident.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.runincident.audit.report.MergedReport;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.ReportFolder;
import org.runincident.audit.report.console.ConsoleOptions;
import org.runincident.audit.report.console.ConsoleReport;
import org.runincident.audit.report.sarif.SarifReport;
import org.runincident.audit.source.SourceLines;

/**
 * Puts reports that were made apart together, as a CI matrix over {@code -pl} makes them. What comes out is what one machine
 * would have given. Needs no project.
 */
@Mojo(name = "merge", requiresProject = false, threadSafe = true)
public class MergeMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The reports: {@code report.json} files, or folders that hold one, separated by commas. */
    @Parameter(property = "incident.reports")
    private String reports;

    /** The folder the merged reports are written to. */
    @Parameter(property = "incident.into", defaultValue = "target/incident")
    private String into;

    /** The folder that reported paths are relative to, to quote sources from; by default the one Maven was started in. */
    @Parameter(property = "incident.root")
    private File root;

    /** An earlier {@code report.json}, or the folder that holds it, to show how reason coverage has changed since. */
    @Parameter(property = "incident.previous")
    private String previous;

    /** What {@code report.sarif} holds: {@code all} findings, or only {@code new} ones. */
    @Parameter(property = "incident.sarif", defaultValue = "all")
    private String sarif;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path started = Path.of(session.getExecutionRootDirectory());
        if (reports == null || reports.isBlank()) {
            throw new MojoFailureException(
                    "No report was named. Name them: -Dincident.reports=a/report.json,b/report.json");
        }
        List<Report> parts = new ArrayList<>();
        for (String name : reports.split(",")) {
            parts.add(ReportFiles.read("incident.reports", started.resolve(name.strip())));
        }
        Report merged = MergedReport.of(parts);
        if (previous != null) {
            merged = merged.after(ReportFiles.read("incident.previous", started.resolve(previous)));
        }
        SourceLines sources = new SourceLines(root == null ? started : root.toPath());
        Path folder = started.resolve(into);
        try {
            new ReportFolder(folder, UserValues.oneOf(SarifReport.Which.class, "incident.sarif", sarif))
                    .write(merged, sources, Optional.empty());
        } catch (IOException e) {
            throw new MojoExecutionException("The reports cannot be written: " + e, e);
        }
        Terminal terminal = new Terminal(session);
        ConsoleOptions options = new ConsoleOptions(
                terminal.ansi(), terminal.width(), 0, "mvn incident:", Duration.ZERO, into, terminal.bars());
        new ConsoleReport(merged, sources, options, line -> getLog().info(line)).print();
    }
}
