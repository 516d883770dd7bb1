package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.StepEntry;
import org.runincident.audit.source.SourceLines;

/** One finding as a good compiler shows it: where, what, the source with the path on it, how to mend it. */
final class FindingView {
    private static final int MOST_STEPS = 9;

    /** Lines that follow a single spot: of a handler, what it does. */
    private static final int CONTEXT = 2;

    private static final String INDENT = "  ";

    private final SourceLines sources;
    private final Ansi ansi;
    private final int width;
    private String lastHint = "";

    FindingView(SourceLines sources, Ansi ansi, int width) {
        this.sources = sources;
        this.ansi = ansi;
        this.width = width;
    }

    /** The finding, without a blank line around it. */
    List<String> lines(FindingEntry finding) {
        List<String> lines = new ArrayList<>();
        String place = Text.harmless(place(finding.at()));
        String rule = finding.rule() + (finding.state().equals("known") ? "  [known]" : "");
        if (place.length() + 2 + rule.length() <= width) {
            lines.add(ansi.cyan(place) + "  " + title(finding, rule));
        } else {
            lines.add(ansi.cyan(place));
            lines.add(INDENT + title(finding, rule));
        }
        lines.addAll(prose(finding.message()));
        List<String> source = source(finding);
        if (!source.isEmpty()) {
            lines.add("");
            lines.addAll(source);
            lines.add("");
        }
        if (!finding.hint().isEmpty()) {
            lines.addAll(prose(finding.hint().equals(lastHint) ? "Mend: as above." : "Mend: " + finding.hint()));
            lastHint = finding.hint();
        }
        return lines;
    }

    static String place(PlaceEntry at) {
        return at.line() == 0 ? at.file() : at.file() + ":" + at.line() + (at.column() == 0 ? "" : ":" + at.column());
    }

    private String title(FindingEntry finding, String rule) {
        return finding.severity().equals("error") ? ansi.red(rule) : ansi.yellow(rule);
    }

    private List<String> prose(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : Text.wrap(Text.harmless(text), width - INDENT.length())) {
            lines.add(INDENT + line);
        }
        return lines;
    }

    private List<String> source(FindingEntry finding) {
        if (finding.at().line() == 0) {
            return List.of();
        }
        List<StepEntry> path = finding.path();
        boolean oneSpot = path.stream()
                .allMatch(step -> step.at().line() == finding.at().line()
                        && step.at().file().equals(finding.at().file()));
        if (path.size() < 2 && oneSpot) {
            return underlined(finding.at(), path.isEmpty() ? "" : path.get(0).text());
        }
        return numbered(finding.at().file(), path);
    }

    private List<String> underlined(PlaceEntry at, String text) {
        String raw = sources.line(at.file(), at.line());
        if (raw.isBlank()) {
            return List.of();
        }
        Gutter gutter = new Gutter(List.of(at));
        List<String> lines = new ArrayList<>(List.of(gutter.line(at)));
        if (at.column() > 0) {
            int from = Text.expanded(raw.substring(0, Math.min(at.column() - 1, raw.length())))
                            .length()
                    - gutter.indent;
            int to = at.endLine() > at.line() || at.endColumn() == 0
                    ? Text.expanded(raw.stripTrailing()).length() - gutter.indent
                    : Text.expanded(raw.substring(0, Math.min(at.endColumn(), raw.length())))
                                    .length()
                            - gutter.indent;
            int room = width - gutter.before.length();
            if (from >= 0 && from < room) {
                String marks = "^".repeat(Math.max(1, Math.min(to, room) - from));
                String words = text.isEmpty() ? "" : " " + Text.harmless(text);
                boolean fits = from + marks.length() + words.length() <= room;
                lines.add(gutter.before + " ".repeat(from) + ansi.magenta(marks) + (fits ? words : ""));
                if (!fits) {
                    lines.addAll(gutter.wrapped(text));
                }
            }
        } else if (!text.isEmpty()) {
            lines.addAll(gutter.wrapped(text));
        }
        for (int line = at.endLine() + 1; line <= at.endLine() + CONTEXT; line++) {
            if (!sources.line(at.file(), line).isBlank()) {
                lines.add(gutter.line(new PlaceEntry(at.file(), line, 0, line, 0)));
            }
        }
        return lines;
    }

    private List<String> numbered(String file, List<StepEntry> path) {
        List<String> lines = new ArrayList<>();
        Gutter gutter = new Gutter(path.stream().map(StepEntry::at).toList());
        int skipFrom = path.size() > MOST_STEPS ? MOST_STEPS / 2 : path.size();
        int skipTo = path.size() > MOST_STEPS ? path.size() - (MOST_STEPS - skipFrom) : path.size();
        String shownFile = file;
        int shownLine = 0;
        for (int i = 0; i < path.size(); i++) {
            if (i == skipFrom && skipFrom < skipTo) {
                lines.add(gutter.before + "... " + (skipTo - skipFrom) + " more steps");
                i = skipTo - 1;
                continue;
            }
            StepEntry step = path.get(i);
            if (!step.at().file().equals(shownFile)) {
                shownFile = step.at().file();
                shownLine = 0;
                lines.add(INDENT + "in " + ansi.cyan(Text.harmless(shownFile)));
            }
            if (step.at().line() != shownLine) {
                shownLine = step.at().line();
                lines.add(gutter.line(step.at()));
            }
            lines.addAll(gutter.step(i + 1, step.text()));
        }
        return lines;
    }

    /** Line numbers on the left, and the indentation that all quoted lines share taken off. */
    private final class Gutter {
        private final int digits;
        private final int indent;
        private final String before;

        Gutter(List<PlaceEntry> places) {
            int highest = places.stream().mapToInt(PlaceEntry::line).max().orElse(0);
            this.digits = Math.max(4, String.valueOf(highest).length());
            this.before = INDENT + " ".repeat(digits + 3);
            this.indent = places.stream()
                    .map(at -> Text.expanded(sources.line(at.file(), at.line())))
                    .filter(line -> !line.isBlank())
                    .mapToInt(line -> line.length() - line.stripLeading().length())
                    .min()
                    .orElse(0);
        }

        String line(PlaceEntry at) {
            String text = Text.expanded(sources.line(at.file(), at.line()));
            String shown = Text.harmless(
                    text.substring(Math.min(indent, text.length())).stripTrailing());
            return INDENT
                    + ansi.faint(Text.right(String.valueOf(at.line()), digits) + " | ")
                    + Text.cut(shown, width - before.length());
        }

        List<String> step(int number, String text) {
            String mark = number + "> ";
            List<String> lines = new ArrayList<>();
            for (String line : Text.wrap(Text.harmless(text), width - before.length() - mark.length())) {
                lines.add(before + (lines.isEmpty() ? ansi.magenta(mark) : " ".repeat(mark.length())) + line);
            }
            return lines;
        }

        List<String> wrapped(String text) {
            return Text.wrap(Text.harmless(text), width - before.length()).stream()
                    .map(line -> before + line)
                    .toList();
        }
    }
}
