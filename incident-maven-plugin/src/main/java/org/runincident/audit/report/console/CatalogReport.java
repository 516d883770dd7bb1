package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.catalog.CatalogSummary;
import org.runincident.audit.catalog.FailureCatalog;
import org.runincident.audit.catalog.FailureCatalog.Entry;
import org.runincident.audit.catalog.FailureCatalog.Mention;

/** The catalog in a terminal: what it counts, and what is wrong with it. */
public final class CatalogReport {
    private static final int MOST = 10;

    private CatalogReport() {}

    /** @param width columns there are */
    public static List<String> lines(FailureCatalog catalog, int width) {
        List<String> lines = new ArrayList<>(Text.wrap(CatalogSummary.of(catalog), width));
        block(
                lines,
                "Raised nowhere:",
                catalog.neverRaised().stream()
                        .map(entry -> entry.code().label() + "  "
                                + place(
                                        entry.code().at().file(),
                                        entry.code().at().span().line()))
                        .toList());
        for (Entry entry : catalog.ambiguous()) {
            block(
                    lines,
                    entry.code().label() + " is raised with several messages:",
                    entry.raised().stream()
                            .filter(raise -> !raise.message().isEmpty())
                            .map(raise ->
                                    place(raise.at().file(), raise.at().span().line()) + "  \"" + raise.message()
                                            + "\"")
                            .toList());
        }
        block(
                lines,
                "Named in documents and declared nowhere:",
                catalog.undeclared().stream()
                        .map((Mention mention) -> mention.name() + "  " + mention.file() + ":" + mention.line())
                        .toList());
        return lines.stream().map(line -> Text.cut(Text.harmless(line), width)).toList();
    }

    private static void block(List<String> lines, String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        items.stream().limit(MOST).forEach(item -> lines.add("  " + item));
        if (items.size() > MOST) {
            lines.add("  ... and " + (items.size() - MOST) + " more");
        }
    }

    private static String place(String file, int line) {
        return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
    }
}
