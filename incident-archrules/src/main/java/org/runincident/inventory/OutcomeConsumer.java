package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;
import org.runincident.flow.Dispatch;

/**
 * A switch or chain that decides by the variant of an outcome, with what happens to each.
 *
 * @param outcome the enum or sealed type
 * @param named what happens to each variant that is named, in order of declaration
 * @param asked questions put to the value itself ({@code isTerminal}), which take some of the variants nobody names
 * @param missing variants nobody names, in order of declaration
 * @param missingAt where each of these is declared, in the same order; empty for class files
 * @param rest what happens to the missing ones
 * @param restIsExplicit a default or else stands there
 * @param rationale the author's words on the rest (comment); empty when none
 * @param twoWay exactly one variant (or one group) is named and the rest is taken together, without a further look; or
 *     every test of an if chain asks for more than the variant
 * @param declaredAt where the variants are declared; null for class files
 */
public record OutcomeConsumer(
        Place at,
        MethodKey member,
        Dispatch.Form form,
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
        Place declaredAt) {
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
    }
}
