package org.runincident.audit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.StepEntry;
import org.runincident.audit.source.SourceLines;

/**
 * The source around a path, with its steps on the lines where they happen.
 *
 * @param sections one per file, in the order the path gets there
 */
public record Excerpt(List<Section> sections) {
    private static final int CONTEXT = 1;
    private static final int MOST_STEPS = 40;

    public Excerpt {
        sections = List.copyOf(sections);
    }

    /** Lines of one file. */
    public record Section(String file, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line; its text is in three parts, the middle one is what the step is about.
     *
     * @param gap whether lines were left out above it
     * @param notes what happens here; empty for a line that is only there for context
     */
    public record Line(int number, boolean gap, String before, String marked, String after, List<Note> notes) {
        public Line {
            notes = List.copyOf(notes);
        }

        /** The same without so many of its first characters. */
        Line without(int characters) {
            return new Line(number, gap, before.substring(Math.min(characters, before.length())), marked, after, notes);
        }
    }

    /** A step; its number is 0 where it is the only one. */
    public record Note(int step, String text) {}

    /** The source of a finding; without a path, the line it stands on. */
    public static Excerpt of(FindingEntry finding, SourceLines sources) {
        return finding.at().line() == 0
                ? new Excerpt(List.of())
                : of(finding.path().isEmpty() ? List.of(new StepEntry(finding.at(), "")) : finding.path(), sources);
    }

    /** The source along a path. */
    public static Excerpt of(List<StepEntry> path, SourceLines sources) {
        Map<String, TreeMap<Integer, List<Numbered>>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(path.size(), MOST_STEPS); i++) {
            StepEntry step = path.get(i);
            byFile.computeIfAbsent(step.at().file(), file -> new TreeMap<>())
                    .computeIfAbsent(step.at().line(), line -> new ArrayList<>())
                    .add(new Numbered(path.size() == 1 ? 0 : i + 1, step));
        }
        List<Section> sections = new ArrayList<>();
        byFile.forEach((file, steps) -> sections.add(new Section(file, unindented(lines(sources.of(file), steps)))));
        return new Excerpt(sections);
    }

    /** Without the white space that all lines begin with. */
    private static List<Line> unindented(List<Line> lines) {
        String shared = null;
        for (Line line : lines) {
            String text = line.before() + line.marked() + line.after();
            if (!text.isBlank()) {
                String indent = line.before()
                        .substring(
                                0,
                                line.before().length()
                                        - line.before().stripLeading().length());
                shared = shared == null ? indent : common(shared, indent);
            }
        }
        int cut = shared == null ? 0 : shared.length();
        return lines.stream().map(line -> line.without(cut)).toList();
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    private record Numbered(int number, StepEntry step) {}

    private static List<Line> lines(List<String> source, TreeMap<Integer, List<Numbered>> steps) {
        List<Line> lines = new ArrayList<>();
        int shown = 0;
        for (int stop : steps.keySet()) {
            int from = Math.max(shown + 1, stop - CONTEXT);
            Integer next = steps.higherKey(stop);
            int to = Math.min(source.size(), next == null ? stop + CONTEXT : Math.min(stop + CONTEXT, next - 1));
            for (int number = Math.max(1, from); number <= to; number++) {
                boolean gap = shown > 0 && number > shown + 1;
                lines.add(line(number, gap, source.get(number - 1), steps.getOrDefault(number, List.of())));
                shown = number;
            }
        }
        return lines;
    }

    private static Line line(int number, boolean gap, String text, List<Numbered> steps) {
        List<Note> notes = steps.stream()
                .filter(step -> !step.step().text().isEmpty())
                .map(step -> new Note(step.number(), step.step().text()))
                .toList();
        if (steps.isEmpty() || steps.get(0).step().at().column() == 0) {
            return new Line(number, gap, text, "", "", notes);
        }
        PlaceEntry at = steps.get(0).step().at();
        int from = Math.min(at.column() - 1, text.length());
        int to = at.endLine() > at.line() ? text.length() : Math.min(Math.max(from, at.endColumn()), text.length());
        return new Line(number, gap, text.substring(0, from), text.substring(from, to), text.substring(to), notes);
    }
}
