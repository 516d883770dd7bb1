package org.runincident.audit.catalog;

import java.util.ArrayList;
import java.util.List;

/** The catalog in a sentence. */
public final class CatalogSummary {
    private CatalogSummary() {}

    /** {@code 14 codes in 2 types; 2 are raised nowhere, 1 is raised with several messages.}. */
    public static String of(FailureCatalog catalog) {
        if (catalog.codes().isEmpty()) {
            return "No failure code is declared here. Codes are constants of an enum that implements FailureCode, or that is "
                    + "named as codes are (failureCodeTypes in the vocabulary).";
        }
        long types = catalog.codes().stream()
                .map(entry -> entry.code().type())
                .distinct()
                .count();
        List<String> parts = new ArrayList<>();
        part(parts, catalog.neverRaised().size(), "raised nowhere");
        part(parts, catalog.ambiguous().size(), "raised with several messages");
        part(
                parts,
                (int) catalog.codes().stream()
                        .filter(entry -> !entry.raised().isEmpty() && entry.tests() == 0)
                        .count(),
                "named in no test");
        part(parts, catalog.undeclared().size(), "named in documents and declared nowhere");
        return count(catalog.codes().size(), "failure code") + " in " + count((int) types, "type")
                + (parts.isEmpty() ? "." : "; " + String.join(", ", parts) + ".");
    }

    private static void part(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + (number == 1 ? " is " : " are ") + what);
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
