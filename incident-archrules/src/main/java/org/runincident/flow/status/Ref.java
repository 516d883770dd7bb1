package org.runincident.flow.status;

import org.runincident.code.TypeName;

/**
 * Which object a value is, as a path from something the method has in hand. Two values with equal refs are the same
 * object as long as nothing on the path is assigned anew; getters and fields of one name are one member.
 */
sealed interface Ref {

    /** Deepest path that is told apart; below it, an object is known only by the event that yields it. */
    int DEEPEST = 4;

    TypeName type();

    /** {@code this}. */
    record Receiver(TypeName type) implements Ref {
        @Override
        public boolean equals(Object other) {
            return other instanceof Receiver;
        }

        @Override
        public int hashCode() {
            return 17;
        }
    }

    /** What a parameter held when the method was entered. */
    record Parameter(int index, String name, TypeName type) implements Ref {
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Parameter parameter
                            && index == parameter.index
                            && name.equals(parameter.name)
                            && type.equals(parameter.type);
        }

        @Override
        public int hashCode() {
            return 31 * index + name.hashCode();
        }
    }

    /** What a variable holds that the analysis never saw assigned: of a lambda, a pattern, or captured. */
    record Named(int id, String name, TypeName type) implements Ref {
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Named named
                            && id == named.id
                            && name.equals(named.name)
                            && type.equals(named.type);
        }

        @Override
        public int hashCode() {
            return 31 * id + name.hashCode();
        }
    }

    /**
     * What an event yields: a new object, or the result of a call.
     *
     * @param from what it was looked up by or made from; null when nothing is known
     */
    record Made(int block, int event, Ref from, TypeName type) implements Ref {
        @Override
        public boolean equals(Object other) {
            return other instanceof Made made && made.block == block && made.event == event;
        }

        @Override
        public int hashCode() {
            return 31 * block + event;
        }
    }

    /** A static field. */
    record Shared(TypeName owner, String name, TypeName type) implements Ref {}

    /** A field, or what its getter hands out. */
    record Member(Ref of, String name, TypeName type) implements Ref {
        @Override
        public boolean equals(Object other) {
            return other instanceof Member member && member.name.equals(name) && member.of.equals(of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + name.hashCode();
        }
    }

    default int depth() {
        return this instanceof Member member ? member.of().depth() + 1 : 0;
    }

    /** Where the path begins. */
    default Ref root() {
        return this instanceof Member member ? member.of().root() : this;
    }

    /** Whether this is the other, or is reached from it. */
    default boolean isWithin(Ref other) {
        return equals(other) || this instanceof Member member && member.of().isWithin(other);
    }
}
