package org.runincident.vocabulary;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells words that say why from words that fill the place where a reason should stand. */
public final class Rationale {
    private static final Pattern OF_OTHERS = Pattern.compile("\\b(all|any|every|the) (other|others|rest|remaining)\\b"
            + "|\\b(others|everything else|anything else|all else|otherwise)\\b");

    /** Words that repeat what the code shows, promise to think later, or claim a reason without giving it. */
    private static final Set<String> STOCK = Set.of(
            "a",
            "accepted",
            "an",
            "as",
            "at",
            "be",
            "because",
            "break",
            "by",
            "can",
            "cannot",
            "case",
            "default",
            "design",
            "do",
            "does",
            "else",
            "empty",
            "expected",
            "fall",
            "falls",
            "false",
            "fine",
            "fixme",
            "for",
            "happen",
            "happens",
            "here",
            "ignore",
            "ignored",
            "impossible",
            "in",
            "intended",
            "intentional",
            "intentionally",
            "is",
            "it",
            "just",
            "known",
            "later",
            "legacy",
            "moment",
            "na",
            "never",
            "no",
            "noop",
            "not",
            "nothing",
            "now",
            "of",
            "ok",
            "okay",
            "on",
            "op",
            "positive",
            "purpose",
            "reach",
            "reached",
            "reason",
            "should",
            "skip",
            "suppress",
            "tbd",
            "that",
            "the",
            "this",
            "through",
            "to",
            "todo",
            "unreachable",
            "we",
            "will",
            "wip",
            "wontfix",
            "xxx");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern IDEOGRAPHS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    private Rationale() {}

    /** Whether a comment speaks of those that are not named ({@code // anything else: try again}). */
    public static boolean speaksOfOthers(String comment) {
        return OF_OTHERS.matcher(comment.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a text gives a reason: at least two words of its own. */
    public static boolean saysWhy(String text) {
        if (IDEOGRAPHS.matcher(text).results().count() >= 4) {
            // These scripts set no blanks between words.
            return true;
        }
        return WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(word -> word.length() > 1 && !STOCK.contains(word))
                        .distinct()
                        .count()
                >= 2;
    }
}
