package org.runincident.flow;

import java.util.List;
import org.runincident.code.Span;
import org.runincident.code.TypeName;

/**
 * A place that decides by the variant of one value: a switch, or an if / else-if chain of at least two tests on it.
 *
 * @param subject the value decided on
 * @param type its static type, or, where it is a String and every label a constant of one type, that type; UNKNOWN when not
 *     known
 * @param arms in source order; several labels share one arm
 * @param rest where control goes when no arm takes it: a {@code default}, a last {@code else}, or what follows
 * @param restKind which of these
 * @param join the block where arms that complete normally meet again; -1 when none does
 * @param comments texts of the comments inside the default or else, or at the end of the switch
 * @param around texts of all comments inside, and of those in a row directly before or behind
 * @param at the {@code switch} keyword with its selector, or the first {@code if} with its condition
 * @param body the whole statement or expression
 */
public record Dispatch(
        int id,
        Form form,
        Value subject,
        TypeName type,
        List<Arm> arms,
        int rest,
        RestKind restKind,
        Span restAt,
        int join,
        List<String> comments,
        List<String> around,
        Span at,
        Span body) {
    /** How the decision is written. */
    public enum Form {
        SWITCH_STATEMENT,
        SWITCH_EXPRESSION,
        IF_CHAIN,
        /** Ifs in a row, each of whose branches leaves before the next. */
        IF_ROW
    }

    /** What takes the variants that no arm names. */
    public enum RestKind {
        /** {@code default}, {@code else}, or an unconditional type pattern. */
        EXPLICIT,
        /** Nothing: control goes on behind the statement. */
        IMPLICIT,
        /** The compiler demands exhaustiveness (switch expression, pattern switch without default): there is no rest. */
        NONE
    }

    /** What an arm names. */
    public sealed interface Label {
        /** An enum constant, or a static final constant, by name. */
        record Named(String name) implements Label {
            @Override
            public String toString() {
                return name;
            }
        }

        /** A type or record pattern; {@code unconditional} when it has no guard and no nested refinement. */
        record OfType(TypeName type, boolean unconditional) implements Label {
            @Override
            public String toString() {
                return type.simple();
            }
        }

        /** A String, number or character. */
        record OfValue(Object value) implements Label {
            @Override
            public String toString() {
                return String.valueOf(value);
            }
        }

        /**
         * A boolean method of the subject itself, asked in an if chain: {@code status.isTerminal()}. It counts as a test;
         * which variants it takes is not known here.
         */
        record Asked(String method) implements Label {
            @Override
            public String toString() {
                return method + "()";
            }
        }

        /** {@code case null}. */
        record OfNull() implements Label {
            @Override
            public String toString() {
                return "null";
            }
        }
    }

    /**
     * One arm.
     *
     * @param guarded has a {@code when}, or is a test joined with others by {@code &&}: it may not take all it names
     * @param entry its first block
     */
    public record Arm(List<Label> labels, boolean guarded, int entry, Span at) {
        public Arm {
            labels = List.copyOf(labels);
        }
    }

    public Dispatch {
        arms = List.copyOf(arms);
        comments = List.copyOf(comments);
        around = List.copyOf(around);
    }
}
