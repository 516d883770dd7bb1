package org.runincident.corpus;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The three families of labels, and which rules speak to each. A rule outside all of them is listed, never scored. */
enum Family {
    STATUS(
            Set.of("FailureWithoutReason", "DroppedFailureReason", "UnattributedStop"),
            Set.of("silent"),
            Set.of("text", "structured", "na")),
    SWALLOW(
            Set.of("SwallowedException", "LostCause", "InterruptLost", "SwallowedAsyncFailure"),
            Set.of("silent-empty", "silent-broad", "cause-lost", "interrupt-lost"),
            Set.of("recorded", "propagated", "logged", "rationale")),
    VARIANTS(
            Set.of("UnhandledVariant", "DefaultHidesVariants"),
            Set.of("missing-silent", "default-absorbs", "default-throws-missing"),
            Set.of("complete", "default-throws-complete"));

    private final Set<String> rules;
    private final Set<String> wanted;
    private final Set<String> unwanted;

    Family(Set<String> rules, Set<String> wanted, Set<String> unwanted) {
        this.rules = rules;
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /** Rules whose findings are scored together. */
    Set<String> rules() {
        return rules;
    }

    /** Verdicts that must be reported. */
    boolean wants(Label label) {
        return wanted.contains(label.verdict());
    }

    /** Verdicts that must not be reported; what is neither is left out of the score. */
    boolean forbids(Label label) {
        return unwanted.contains(label.verdict());
    }

    static Family named(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    static Optional<Family> ofRule(String rule) {
        return Arrays.stream(values()).filter(f -> f.rules.contains(rule)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
