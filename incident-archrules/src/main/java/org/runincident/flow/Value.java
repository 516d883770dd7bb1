package org.runincident.flow;

import java.util.List;
import org.runincident.code.TypeName;

/** What an event reads or writes. Values are flat: a nested expression is a chain of {@link Temp}s. */
public sealed interface Value {

    /** Erased static type; {@link TypeName#UNKNOWN} when not known. */
    TypeName type();

    /** Value that is there before the method runs, or lives in a named variable. */
    enum Role {
        RECEIVER,
        PARAMETER,
        LOCAL,
        /** A variable of the method around an anonymous or local class. */
        CAPTURED
    }

    /**
     * A named variable. Two variables of one name in different scopes have different ids.
     *
     * @param id unique in its graph; lambda bodies spliced into the graph use the outer variables as they are
     */
    record Variable(int id, String name, TypeName type, Role role) implements Value {
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Variable variable
                            && id == variable.id
                            && role == variable.role
                            && name.equals(variable.name)
                            && type.equals(variable.type);
        }

        @Override
        public int hashCode() {
            return 31 * id + name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The result of one event (of several only for {@code ?:}, {@code &&}, {@code ||} and switch expressions). */
    record Temp(int id, TypeName type) implements Value {
        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Temp temp && id == temp.id && type.equals(temp.type);
        }

        @Override
        public int hashCode() {
            return id;
        }

        @Override
        public String toString() {
            return "%" + id;
        }
    }

    /** An enum constant or another static final field: {@code Status.FAILED}. */
    record Constant(TypeName owner, String name, TypeName type) implements Value {
        @Override
        public String toString() {
            return owner.simple() + "." + name;
        }
    }

    /**
     * A literal or folded compile-time constant.
     *
     * @param value String, Long, Double, Boolean or Character; a named String constant is given here too, folded
     */
    record Literal(Object value, TypeName type) implements Value {
        @Override
        public String toString() {
            return value instanceof String s ? "\"" + s + "\"" : String.valueOf(value);
        }
    }

    /** {@code null}. */
    record Null() implements Value {
        @Override
        public TypeName type() {
            return TypeName.UNKNOWN;
        }

        @Override
        public String toString() {
            return "null";
        }
    }

    /**
     * A lambda whose body is spliced into the graph where it is written; see {@link EventGraph#lambda(int)}.
     *
     * @param id index into {@link EventGraph#lambdas()}
     */
    record LambdaBody(int id, TypeName type) implements Value {
        @Override
        public String toString() {
            return "lambda#" + id;
        }
    }

    /**
     * A method reference.
     *
     * @param receiver bound receiver of {@code x::m}, or null for {@code Type::m} and {@code Type::new}
     */
    record MethodReference(Value receiver, MethodRef method, TypeName type) implements Value {
        @Override
        public String toString() {
            return method.owner().simple() + "::" + method.name();
        }
    }

    /** A value nothing is known of, or that no analysis asks for. */
    record Unknown(TypeName type) implements Value {
        @Override
        public String toString() {
            return "?";
        }
    }

    Value NULL = new Null();
    Value UNKNOWN = new Unknown(TypeName.UNKNOWN);

    /** A String literal. */
    static Value text(String value) {
        return new Literal(value, TypeName.STRING);
    }

    /** Values of the list that are not literals or null: those that carry something. */
    static List<Value> carriers(List<Value> values) {
        return values.stream()
                .filter(v -> !(v instanceof Literal) && !(v instanceof Null))
                .toList();
    }
}
