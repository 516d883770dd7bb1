package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.report.Report.BeforeEntry;
import org.runincident.audit.report.Report.CoverageEntry;
import org.runincident.audit.report.Report.Summary;

/** The table that comes first: of every status, which of its failures say why. */
final class FailurePathTable {
    private static final int MOST_ROWS = 20;
    private static final int[] COLUMNS = {7, 12, 7, 8, 11};

    private final Summary summary;
    private final BeforeEntry before;
    private final Ansi ansi;
    private final int width;

    /** @param before null where no earlier report was given */
    FailurePathTable(Summary summary, BeforeEntry before, Ansi ansi, int width) {
        this.summary = summary;
        this.before = before;
        this.ansi = ansi;
        this.width = width;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int numbers = 0;
        for (int column : COLUMNS) {
            numbers += column;
        }
        int names = Math.min(width - numbers, Math.max(24, longestName() + 12));
        lines.add(ansi.bold(Text.left("FAILURE PATHS", names)) + header());
        List<CoverageEntry> rows = summary.entities();
        rows.stream().limit(MOST_ROWS).forEach(row -> lines.add(row(name(row, row == rows.get(0)), row, names)));
        if (rows.size() > MOST_ROWS) {
            lines.add("  ... and " + (rows.size() - MOST_ROWS) + " more statuses");
        }
        if (rows.size() > 1) {
            lines.add(row("all", summary.coverage(), names));
        }
        CoverageEntry now = summary.coverage();
        CoverageEntry then = before == null ? now : before.coverage();
        lines.add("  Reason coverage "
                + ansi.bold(change(then.structuredPercent(), now.structuredPercent())) + " structured, "
                + change(then.textPercent(), now.textPercent()) + " at least text");
        CoverageEntry requested = summary.requested();
        if (requested.sites() > 0) {
            int named = requested.structured() + requested.text();
            lines.add("  Requested ends (cancel, stop, pause): " + requested.sites() + ", of which " + named
                    + (named == 1 ? " says" : " say") + " who or what asked");
        }
        return lines;
    }

    private int longestName() {
        return summary.entities().stream()
                .limit(MOST_ROWS)
                .mapToInt(row -> name(row, false).length())
                .max()
                .orElse(0);
    }

    /** {@code Task.status  (Task.Status, 5)}: its type, and how many failed constants are written; in words once. */
    private static String name(CoverageEntry row, boolean inWords) {
        String failed = row.constants() == 0 ? "" : row.constants() + (inWords ? " failed" : "");
        String type = row.statusType();
        String about = type.isEmpty() || failed.isEmpty() ? type + failed : type + ", " + failed;
        return Text.harmless(row.entity()) + (about.isEmpty() ? "" : "  (" + Text.harmless(about) + ")");
    }

    private String header() {
        String[] titles = {"sites", "structured", "text", "silent", "undecided"};
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            line.append(Text.right(titles[i], COLUMNS[i]));
        }
        return line.toString();
    }

    private String row(String name, CoverageEntry row, int names) {
        return Text.left("  " + Text.cut(name, names - 3), names)
                + Text.right(String.valueOf(row.sites()), COLUMNS[0])
                + painted(row.structured(), COLUMNS[1], Ansi::green)
                + painted(row.text(), COLUMNS[2], Ansi::yellow)
                + painted(row.silent(), COLUMNS[3], Ansi::red)
                + Text.right(String.valueOf(row.undecided()), COLUMNS[4]);
    }

    private String painted(int number, int column, java.util.function.BiFunction<Ansi, String, String> colour) {
        String text = Text.right(String.valueOf(number), column);
        return number == 0 ? text : colour.apply(ansi, text);
    }

    /** {@code 83.1 % -> 83 %}. */
    static String change(double before, double now) {
        return before == now ? percent(now) : percent(before) + " -> " + percent(now);
    }

    static String percent(double value) {
        return value == Math.rint(value) ? (int) value + " %" : value + " %";
    }
}
