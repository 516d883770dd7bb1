package org.runincident.inventory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** Code that is commented out, and what is still to be done. */
    private static final Pattern UNDONE =
            Pattern.compile("[;{}]\\s*$|(?i)^\\W*(todo|fixme|xxx)\\b|^\\s*case\\b.*[:>]\\s*$");

    private static final Pattern EXAMPLE =
            Pattern.compile("(?i)\\be\\.g\\b|\\betc\\b|\\bsuch as\\b|\\blike\\b|\\.\\.\\.");

    private Rationales() {}

    /**
     * The first comment that counts; empty when none does.
     *
     * @param named variants that comments name: one that names some says nothing of the others
     */
    static String of(List<String> comments, Treatment rest, Set<String> named) {
        Optional<String> found = comments.stream()
                .map(String::strip)
                .filter(comment -> speaksOfTheRest(comment)
                        || rest != Treatment.WORKS
                                && Rationale.saysWhy(comment)
                                && (namesNone(comment, named)
                                        || EXAMPLE.matcher(comment).find()))
                .findFirst();
        return found.orElse("");
    }

    /**
     * Which variants a comment names: whoever wrote it has thought of those, and of no others. {@code default: // NOT_FOUND},
     * the same in plain words, or a list over several lines; elsewhere than on the rest only a name that no sentence has by
     * chance.
     *
     * @param onRest comments on the rest
     * @param around all others inside, and directly before or behind
     */
    static Set<String> named(List<String> onRest, List<String> around, List<String> variants) {
        Set<String> found = new LinkedHashSet<>();
        for (String comment : onRest) {
            if (UNDONE.matcher(comment).find()) {
                continue;
            }
            List<String> said = Words.of(comment);
            List<String> written = List.of(comment.split("\\W+"));
            variants.stream()
                    .filter(variant -> written.contains(variant) || isSaid(said, Words.of(variant)))
                    .forEach(found::add);
        }
        for (String comment : around) {
            if (!UNDONE.matcher(comment).find()) {
                List<String> written = List.of(comment.split("\\W+"));
                variants.stream()
                        .filter(variant -> isName(variant) && written.contains(variant))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean namesNone(String comment, Set<String> variants) {
        return Collections.disjoint(variants, List.of(comment.split("\\W+")));
    }

    private static boolean isName(String variant) {
        return Words.of(variant).size() > 1 || variant.equals(variant.toUpperCase(Locale.ROOT));
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
