package org.runincident.audit.report.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.runincident.audit.catalog.CatalogSummary;
import org.runincident.audit.catalog.DeclaredCode;
import org.runincident.audit.catalog.FailureCatalog;
import org.runincident.audit.catalog.FailureCatalog.Entry;
import org.runincident.audit.catalog.FailureCatalog.Raise;
import org.runincident.code.Place;

/** Writes the failure catalog as Markdown. */
public final class CatalogMarkdown {
    private static final int MOST_PLACES = 3;

    private final FailureCatalog catalog;
    private final StringBuilder out = new StringBuilder();

    private CatalogMarkdown(FailureCatalog catalog) {
        this.catalog = catalog;
    }

    /** The catalog as UTF-8 text. */
    public static byte[] write(FailureCatalog catalog) {
        CatalogMarkdown writer = new CatalogMarkdown(catalog);
        writer.all();
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void all() {
        line("# Failure catalog");
        line("");
        line(CatalogSummary.of(catalog));
        line("");
        Map<String, List<Entry>> byType = new LinkedHashMap<>();
        catalog.codes()
                .forEach(entry -> byType.computeIfAbsent(entry.code().type(), type -> new ArrayList<>())
                        .add(entry));
        byType.values().forEach(this::type);
        list(
                "Declared, and raised nowhere",
                catalog.neverRaised().stream()
                        .map(entry ->
                                code(entry.code().label()) + at(entry.code().at()))
                        .toList());
        several();
        list(
                "Named in documents, and declared nowhere",
                catalog.undeclared().stream()
                        .map(mention -> code(mention.name()) + " " + code(mention.file() + ":" + mention.line()))
                        .toList());
    }

    private void type(List<Entry> entries) {
        DeclaredCode first = entries.get(0).code();
        line("## " + code(first.name()) + (first.at() == null ? " (of the library)" : ""));
        line("");
        line("| Code | Message | Category | Recovery | Raised in | Tests | Missing |");
        line("| --- | --- | --- | --- | --- | ---: | --- |");
        entries.forEach(this::row);
        line("");
    }

    private void row(Entry entry) {
        DeclaredCode code = entry.code();
        line("| " + code(code.constant()) + (code.code().isEmpty() ? "" : " " + code(code.code()))
                + " | " + cell(code.message().isEmpty() ? String.join(" / ", entry.messages()) : code.message())
                + " | " + cell(code.category())
                + " | " + cell(code.recovery())
                + " | " + raised(entry.raised())
                + " | " + entry.tests()
                + " | " + cell(String.join(", ", entry.missing())) + " |");
    }

    private static String raised(List<Raise> places) {
        List<String> shown = new ArrayList<>();
        places.stream().map(Raise::member).distinct().limit(MOST_PLACES).forEach(member -> shown.add(code(member)));
        long members = places.stream().map(Raise::member).distinct().count();
        if (members > MOST_PLACES) {
            shown.add("and " + (members - MOST_PLACES) + " more");
        }
        return shown.isEmpty() ? "nowhere" : String.join(", ", shown);
    }

    private void several() {
        if (catalog.ambiguous().isEmpty()) {
            return;
        }
        line("## Raised with several messages");
        line("");
        for (Entry entry : catalog.ambiguous()) {
            line("- " + code(entry.code().label()));
            entry.raised().stream()
                    .filter(raise -> !raise.message().isEmpty())
                    .forEach(raise -> line("  - " + cell(raise.message()) + at(raise.at())));
        }
        line("");
    }

    private void list(String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        line("## " + title);
        line("");
        items.forEach(item -> line("- " + item));
        line("");
    }

    private static String at(Place place) {
        return place == null ? "" : " " + code(place.file() + ":" + place.span().line());
    }

    private static String code(String text) {
        String line = text.replaceAll("\\s+", " ");
        String safe = line.replace("|", "\\|");
        return safe.contains("`") ? "`` " + safe + " ``" : "`" + safe + "`";
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_<>\\[\\]|#!])", "\\\\$1");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
