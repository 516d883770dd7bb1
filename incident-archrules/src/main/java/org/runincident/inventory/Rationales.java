package org.runincident.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.runincident.inventory.OutcomeConsumer.Treatment;

/**
 * Comments of which an author can say: I have thought of the rest. Where the rest does nothing or throws, any comment that
 * says more than the code; where it works, only one that speaks of the rest, since other comments explain the work.
 */
final class Rationales {
    /** Words that repeat what the code already shows. */
    private static final Set<String> STOCK = Set.of(
            "do",
            "does",
            "nothing",
            "no",
            "op",
            "noop",
            "ignore",
            "ignored",
            "default",
            "case",
            "break",
            "fall",
            "falls",
            "through",
            "todo",
            "fixme",
            "xxx",
            "to",
            "here",
            "skip",
            "just",
            "else",
            "empty",
            "should",
            "never",
            "not",
            "happen",
            "happens",
            "be",
            "can",
            "cannot",
            "reached",
            "reach",
            "unreachable",
            "impossible",
            "this",
            "is",
            "an",
            "a",
            "the",
            "we",
            "it",
            "by",
            "design",
            "ok",
            "fine");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern OF_THE_REST = Pattern.compile(
            "\\$?cases-omitted\\$?|\\bskew\\b|\\b(all|any|every|the) (other|others|rest|remaining|unknown|future|new)\\b"
                    + "|\\b(others|everything else|anything else|all else|otherwise)\\b|\\bfuture\\b");

    private Rationales() {}

    /** The first comment that counts; empty when none does. */
    static String of(List<String> comments, Treatment rest) {
        Optional<String> found = comments.stream()
                .map(String::strip)
                .filter(comment -> speaksOfTheRest(comment) || rest != Treatment.WORKS && saysWhy(comment))
                .findFirst();
        return found.orElse("");
    }

    private static boolean speaksOfTheRest(String comment) {
        return OF_THE_REST.matcher(comment.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean saysWhy(String comment) {
        return WORD.matcher(comment)
                        .results()
                        .map(match -> match.group().toLowerCase(Locale.ROOT))
                        .filter(word -> word.length() > 1 && !STOCK.contains(word))
                        .distinct()
                        .count()
                >= 2;
    }
}
