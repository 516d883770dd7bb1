package org.runincident.audit.report.html;

import java.util.List;
import org.runincident.audit.catalog.CatalogSummary;
import org.runincident.audit.catalog.FailureCatalog;
import org.runincident.audit.catalog.FailureCatalog.Entry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.Tool;
import org.runincident.code.Place;

/** What the template of the catalog shows. */
public record CatalogPage(String title, FailureCatalog catalog, Tool tool, Asset style, Asset script) {
    public String verdict() {
        return CatalogSummary.of(catalog);
    }

    /** Types that declare codes, as people write them. */
    public List<String> types() {
        return catalog.codes().stream()
                .map(entry -> entry.code().name())
                .distinct()
                .toList();
    }

    /** What is the matter with a code, as the filter calls it. */
    public static String state(Entry entry) {
        if (entry.raised().isEmpty()) {
            return "never";
        }
        return entry.messages().size() > 1 ? "several" : entry.missing().isEmpty() ? "whole" : "lacking";
    }

    public static PlaceEntry place(Place at) {
        return new PlaceEntry(
                at.file(),
                at.span().line(),
                at.span().column(),
                at.span().endLine(),
                at.span().endColumn());
    }
}
