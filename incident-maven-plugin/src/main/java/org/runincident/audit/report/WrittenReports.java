package org.runincident.audit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.runincident.audit.cache.Fingerprint;
import org.runincident.audit.cache.RecordCodec;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.StepEntry;

/**
 * Remembers of what the reports in a folder were made. A run that would write the same again leaves them as they are: making
 * them takes longer than all else where nothing has changed.
 */
final class WrittenReports {
    private static final String NAME = ".written";

    private final Path folder;
    private final List<String> names;

    /** @param names of the reports */
    WrittenReports(Path folder, List<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * What reports are made of.
     *
     * @param basis a digest of this program and of the Java sources
     * @param options what else decides how they look
     * @param root folder that the paths in the report are relative to
     */
    static String key(Report report, String basis, String options, Path root) {
        Fingerprint key = new Fingerprint()
                .add(basis)
                .add(options)
                .add(Fingerprint.of(new RecordCodec<>(Report.class).write(report)));
        quotedBesides(report).forEach(file -> key.add(Fingerprint.ofContent(root.resolve(file))));
        return key.hex();
    }

    /** Files in other languages that findings quote: their classes are judged, so no digest of sources has them. */
    private static SortedSet<String> quotedBesides(Report report) {
        return report.modules().stream()
                .flatMap(module -> module.findings().stream())
                .flatMap(finding -> Stream.concat(
                        Stream.of(finding.at()), finding.path().stream().map(StepEntry::at)))
                .map(PlaceEntry::file)
                .filter(file -> !file.endsWith(".java"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the reports are there, untouched, and made of the same. */
    boolean stand(String key) {
        try {
            return Files.readString(note()).equals(text(key));
        } catch (IOException e) {
            // incident:allow DiscardedNarrowException because without the note the reports are written, as the first
            // time
            return false;
        }
    }

    /** Forgets what is written, before it is touched. */
    void forget() throws IOException {
        Files.deleteIfExists(note());
    }

    void remember(String key) throws IOException {
        Files.writeString(note(), text(key), StandardCharsets.UTF_8);
    }

    private Path note() {
        return folder.resolve(NAME);
    }

    private String text(String key) {
        StringBuilder text = new StringBuilder(key).append('\n');
        for (String name : names) {
            text.append(name)
                    .append(' ')
                    .append(Fingerprint.ofStamps(folder.resolve(name)))
                    .append('\n');
        }
        return text.toString();
    }
}
