package org.runincident.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.vocabulary.Rationale;

/**
 * Comments of which an author can say: I have thought of the rest. Where the rest does nothing or throws, any comment that
 * says more than the code; where it works, only one that speaks of the rest, since other comments explain the work.
 */
final class Rationales {
    private static final Pattern OF_THE_REST = Pattern.compile(
            "\\$?cases-omitted\\$?|\\bskew\\b|\\b(all|any|every|the) (other|others|rest|remaining|unknown|future|new)\\b"
                    + "|\\b(others|everything else|anything else|all else|otherwise)\\b|\\bfuture\\b");

    private Rationales() {}

    /** The first comment that counts; empty when none does. */
    static String of(List<String> comments, Treatment rest) {
        Optional<String> found = comments.stream()
                .map(String::strip)
                .filter(comment -> speaksOfTheRest(comment) || rest != Treatment.WORKS && Rationale.saysWhy(comment))
                .findFirst();
        return found.orElse("");
    }

    private static boolean speaksOfTheRest(String comment) {
        return OF_THE_REST.matcher(comment.toLowerCase(Locale.ROOT)).find();
    }
}
