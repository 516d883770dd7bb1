package org.runincident.corpus.beside;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What both tools look for, each by rules of its own. */
enum Topic {
    DROPPED("an exception is dropped", Set.of("SwallowedException"), Set.of("EmptyCatchBlock")),
    CAUSE(
            "an exception is thrown without its cause",
            Set.of("LostCause", "LastErrorLost"),
            Set.of("PreserveStackTrace")),
    PRINTED("only text of it is left", Set.of("MessageOnlyException"), Set.of("AvoidPrintStackTrace")),
    FINALLY(
            "a jump out of `finally`",
            Set.of("FinallyDiscardsException"),
            Set.of("ReturnFromFinallyBlock", "DoNotThrowExceptionInFinally")),
    SWITCH("a variant is left out", Set.of("UnhandledVariant", "DefaultHidesVariants"), Set.of("NonExhaustiveSwitch"));

    private final String title;
    private final Set<String> ours;
    private final Set<String> pmd;

    Topic(String title, Set<String> ours, Set<String> pmd) {
        this.title = title;
        this.ours = ours;
        this.pmd = pmd;
    }

    String title() {
        return title;
    }

    Set<String> pmdRules() {
        return pmd;
    }

    /** Names of the rules, ours and PMD's, in backticks. */
    String rules(Tool tool) {
        return String.join(
                ", ",
                (tool == Tool.OURS ? ours : pmd)
                        .stream().sorted().map(rule -> "`" + rule + "`").toList());
    }

    /** What a rule looks for; empty for a rule of ours that PMD has no counterpart of. */
    static Optional<Topic> of(Tool tool, String rule) {
        return Stream.of(values())
                .filter(topic -> (tool == Tool.OURS ? topic.ours : topic.pmd).contains(rule))
                .findFirst();
    }
}
