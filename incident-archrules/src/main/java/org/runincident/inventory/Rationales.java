package org.runincident.inventory;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.vocabulary.Rationale;
import org.runincident.vocabulary.Words;

/**
 * Comments of which an author can say: I have thought of the rest. Where the rest does nothing or throws, any comment that
 * says more than the code; where it works, only one that speaks of the rest, since other comments explain the work.
 */
final class Rationales {
    private static final Pattern OF_THE_REST = Pattern.compile(
            "\\$?cases-omitted\\$?|\\bskew\\b|\\b(all|any|every|the) (unknown|future|new)\\b|\\bfuture\\b");

    private Rationales() {}

    /** The first comment that counts; empty when none does. */
    static String of(List<String> comments, Treatment rest, List<String> missing) {
        Optional<String> found = comments.stream()
                .map(String::strip)
                .filter(comment -> speaksOfTheRest(comment)
                        || namesAll(comment, missing)
                        || rest != Treatment.WORKS && Rationale.saysWhy(comment))
                .findFirst();
        return found.orElse("");
    }

    /** {@code default: // NOT_FOUND}, or the same in plain words: whoever is left was thought of. */
    private static boolean namesAll(String comment, List<String> missing) {
        List<String> said = Words.of(comment);
        List<String> written = List.of(comment.split("\\W+"));
        return !missing.isEmpty()
                && missing.stream().allMatch(variant -> written.contains(variant) || isSaid(said, Words.of(variant)));
    }

    /** A constant of one word may stand in any sentence by chance. */
    private static boolean isSaid(List<String> said, List<String> variant) {
        return variant.size() > 1 && Collections.indexOfSubList(said, variant) >= 0;
    }

    private static boolean speaksOfTheRest(String comment) {
        return Rationale.speaksOfOthers(comment)
                || OF_THE_REST.matcher(comment.toLowerCase(Locale.ROOT)).find();
    }
}
