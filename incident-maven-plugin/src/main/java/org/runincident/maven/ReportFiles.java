package org.runincident.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.json.JsonReport;

/** Reports that somebody names on the command line. */
final class ReportFiles {
    private ReportFiles() {}

    /**
     * Reads one.
     *
     * @param property that named it
     * @param path a {@code report.json}, or a folder that holds one
     */
    static Report read(String property, Path path) throws MojoFailureException {
        Path json = Files.isDirectory(path) ? path.resolve("report.json") : path;
        if (Files.notExists(json)) {
            throw new MojoFailureException(property + ": " + path + " does not exist.");
        }
        try {
            return JsonReport.read(Files.readAllBytes(json));
        } catch (IOException e) {
            throw new MojoFailureException(property + ": " + path + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
