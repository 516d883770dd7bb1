package org.runincident.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes a type an outcome: one that says how something went or stands, or a policy that decides it. Types that only
 * tell kinds apart are none.
 */
public final class OutcomeWords {
    /** In {@code outcomeTypes}: every enum and sealed type. */
    public static final String EVERY = "*";

    private static final Set<String> PLAIN_SUCCESSES =
            Set.of("SUCCESS", "SUCCESSFUL", "SUCCEEDED", "SUCCEED", "OK", "PASSED");

    /** Words that carry an outcome even when one of {@link #TAILS} follows: {@code StatusEnum}. */
    private static final Set<String> STANDING = Set.of("status", "state", "outcome", "phase", "result", "exit");

    private static final Set<String> TAILS = Set.of("enum", "value", "values");

    /** After a standing word these may name kinds of it, or its values: the variants tell ({@code StateName}). */
    private static final Set<String> DOUBTFUL_TAILS = Set.of("type", "kind", "name", "option", "code");

    private final Set<String> types;
    private final Set<String> names;
    private final Set<String> troubles;
    private final Set<String> deciders;
    private final Set<String> kinds;
    private final Set<String> successes;
    private final Set<String> failures;
    private final Set<String> transport;

    OutcomeWords(WordLists lists) {
        this.types = lists.words("outcomeTypes");
        this.names = lower(lists.words("outcomeNames"));
        this.troubles = lower(lists.words("outcomeTroubles"));
        this.deciders = lower(lists.words("outcomeDeciders"));
        this.kinds = lower(lists.words("kindNames"));
        this.successes = lists.words("outcomeSuccesses");
        this.failures = lists.words("outcomeFailures");
        this.transport = lists.words("transportConstants");
    }

    private static Set<String> lower(Set<String> words) {
        return words.stream().map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the project names the type, by its qualified or simple name; {@code *} names every one. */
    public boolean isListed(String qualifiedName) {
        return types.contains(EVERY)
                || types.contains(qualifiedName)
                || types.contains(qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1));
    }

    /** Whether a simple type name says so: {@code JobStatus}, {@code StateEnum}, {@code TimeoutPolicy}. */
    public boolean isOutcomeName(String simpleName) {
        List<String> parts = Words.of(simpleName);
        if (parts.isEmpty()) {
            return false;
        }
        String last = parts.get(parts.size() - 1);
        String before = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        return names.contains(last)
                || TAILS.contains(last) && STANDING.contains(before)
                || parts.contains("tolerance")
                || deciders.contains(last) && parts.stream().anyMatch(troubles::contains);
    }

    /**
     * Whether the variants of a type say so: one that tells of success or progress beside one that tells of failure. A
     * type whose name says that it tells kinds apart is not judged by its variants.
     */
    public boolean isOutcomeByVariants(String simpleName, List<String> variants) {
        List<String> parts = Words.of(simpleName);
        if (parts.isEmpty()) {
            return false;
        }
        boolean good = variants.stream().map(OutcomeWords::upper).anyMatch(successes::contains);
        boolean bad = variants.stream().map(OutcomeWords::upper).anyMatch(failures::contains);
        String last = parts.get(parts.size() - 1);
        if (parts.size() > 1 && DOUBTFUL_TAILS.contains(last) && STANDING.contains(parts.get(parts.size() - 2))) {
            return good || bad;
        }
        return good && bad && !kinds.contains(last);
    }

    /** Whether one of the variants tells of success or progress, and one of failure. */
    public boolean tellSuccessFromFailure(List<String> variants) {
        return variants.stream().map(OutcomeWords::upper).anyMatch(successes::contains)
                && variants.stream().map(OutcomeWords::upper).anyMatch(failures::contains);
    }

    /** Whether a constant says that all went well, and nothing else: no state that somebody still has to act on. */
    public boolean isPlainSuccess(String variant) {
        return PLAIN_SUCCESSES.contains(upper(variant));
    }

    /** Whether a constant stands only for what a wire format did not know. */
    public boolean isTransportOnly(String variant) {
        return transport.contains(variant);
    }

    /** {@code TimedOut} and {@code TIMED_OUT} are the same word. */
    private static String upper(String variant) {
        return String.join("_", Words.of(variant)).toUpperCase(Locale.ROOT);
    }
}
