package org.runincident.audit.house;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.runincident.code.Span;

/** Counts a pattern by file. */
final class TokenCounter {
    private TokenCounter() {}

    /** Where the pattern stands, by file (relative, with {@code /}); files without it are left out. */
    static SortedMap<String, List<Span>> count(ProjectFiles files, TokenSettings settings) {
        Pattern pattern = settings.compiled();
        SortedMap<String, List<Span>> counts = new TreeMap<>();
        for (Path file : files.matching(settings.included(), settings.excluded())) {
            files.text(file).ifPresent(text -> {
                List<Span> places = places(pattern, text);
                if (!places.isEmpty()) {
                    counts.put(ProjectFiles.name(file), places);
                }
            });
        }
        return counts;
    }

    private static List<Span> places(Pattern pattern, String text) {
        List<Span> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int line = 1;
        int lineStart = 0;
        int scanned = 0;
        while (matcher.find()) {
            for (; scanned < matcher.start(); scanned++) {
                if (text.charAt(scanned) == '\n') {
                    line++;
                    lineStart = scanned + 1;
                }
            }
            int column = matcher.start() - lineStart + 1;
            int length = Math.max(1, matcher.end() - matcher.start());
            places.add(new Span(line, column, line, column + length - 1));
        }
        return places;
    }
}
