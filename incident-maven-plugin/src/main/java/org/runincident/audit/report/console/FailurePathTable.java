package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.report.Report.BeforeEntry;
import org.runincident.audit.report.Report.CoverageEntry;
import org.runincident.audit.report.Report.Summary;

/** The table that comes first: of every status, which of its failures say why. */
final class FailurePathTable {
    private static final int MOST_ROWS = 20;
    private static final int LEAST_OWNER = 8;
    private static final int[] COLUMNS = {6, 12, 6, 8, 11};

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
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> lines.add(row(name(row, row == rows.get(0), names - 3), row, names)));
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
                .mapToInt(row -> names(row, false).get(0).length())
                .max()
                .orElse(0);
    }

    /**
     * {@code Task.status  (Task.Status, 5)}: its type, and how many failed constants are written; in words once. The longest
     * name comes first, then what is left where there is less room.
     */
    private static List<String> names(CoverageEntry row, boolean inWords) {
        String entity = Text.harmless(row.entity());
        String type = Text.harmless(row.statusType());
        String count = row.constants() == 0 ? "" : String.valueOf(row.constants());
        List<String> names = new ArrayList<>();
        if (!type.isEmpty() && !count.isEmpty()) {
            names.add(entity + "  (" + type + ", " + count + (inWords ? " failed)" : ")"));
            names.add(entity + "  (" + type + ", " + count + ")");
        }
        if (!type.isEmpty() || !count.isEmpty()) {
            names.add(entity + "  (" + (type.isEmpty() ? count : type) + ")");
        }
        names.add(entity);
        return names;
    }

    private static String name(CoverageEntry row, boolean inWords, int width) {
        List<String> names = names(row, inWords);
        return names.stream()
                .filter(name -> name.length() <= width)
                .findFirst()
                .orElseGet(() -> shortened(names.get(names.size() - 1), width));
    }

    /** {@code TerminateWorkfl...workflowStatus}: which property it is matters as much as whose. */
    private static String shortened(String entity, int width) {
        String property = entity.substring(entity.lastIndexOf('.') + 1);
        int room = width - property.length();
        return room < LEAST_OWNER
                ? Text.cut(entity, width)
                : Text.cut(entity.substring(0, entity.length() - property.length()), room) + property;
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
        return Text.left("  " + name, names)
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
