package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;

/**
 * Whoever decides by the variant of an outcome, or is given it outside of the process, with what happens to each variant.
 *
 * @param member the enclosing member; null at type level
 * @param outcome the enum or sealed type
 * @param named what happens to each variant that is named, by an arm or in a comment, in order of declaration
 * @param asked questions put to the value itself ({@code isTerminal}), which take some of the variants nobody names
 * @param missing variants nobody names, in order of declaration
 * @param missingAt where each of these is declared, in the same order; empty for class files
 * @param rest what happens to the missing ones
 * @param restIsExplicit a default or else stands there
 * @param rationale the author's words on the rest (comment); empty when none
 * @param twoWay exactly one variant (or one group) is named and the rest is taken together, without a further look; or
 *     every test of an if chain asks for more than the variant
 * @param declaredAt where the variants are declared; null for class files
 * @param outside how the same outcome leaves the process, as far as it can be seen: one step for each way
 */
public record OutcomeConsumer(
        Place at,
        MethodKey member,
        Form form,
        TypeName outcome,
        List<Handled> named,
        List<String> asked,
        List<String> missing,
        List<Place> missingAt,
        Treatment rest,
        boolean restIsExplicit,
        Place restAt,
        String rationale,
        boolean twoWay,
        Place declaredAt,
        List<Step> outside) {
    /** How it is written. */
    public enum Form {
        SWITCH_STATEMENT,
        SWITCH_EXPRESSION,
        IF_CHAIN,
        IF_ROW,
        /** A class that visits the variants; what it does not override is left to the visitor's default methods. */
        VISITOR,
        /** A map with variants as its keys. */
        REGISTRY,
        /** A JSON or XML mapping of the type. */
        JSON,
        /** An answer to, or a question by, another program over HTTP. */
        HTTP,
        /** A message, sent or received. */
        MESSAGE,
        /** A column. */
        STORED;

        /** Whether the variants are read where this program cannot see what is done with them. */
        public boolean isOutside() {
            return this == JSON || this == HTTP || this == MESSAGE || this == STORED;
        }
    }

    /** What an arm does. */
    public enum Treatment {
        /** No event at all: control goes on behind the statement. */
        NOTHING,
        /** Every path throws. */
        THROWS,
        /** Logs at error or warning level and does nothing else. */
        LOGS,
        /** Anything else. */
        WORKS,
        /** The compiler demands that all are named. */
        IMPOSSIBLE
    }

    /** A named variant and what its arm does. */
    public record Handled(String variant, Treatment treatment) {}

    public OutcomeConsumer {
        named = List.copyOf(named);
        asked = List.copyOf(asked);
        missing = List.copyOf(missing);
        missingAt = List.copyOf(missingAt);
        outside = List.copyOf(outside);
    }

    /** The same, with the ways its outcome leaves the process. */
    OutcomeConsumer knowing(List<Step> ways) {
        return new OutcomeConsumer(
                at,
                member,
                form,
                outcome,
                named,
                asked,
                missing,
                missingAt,
                rest,
                restIsExplicit,
                restAt,
                rationale,
                twoWay,
                declaredAt,
                ways);
    }
}
