package org.runincident.flow;

import java.util.List;
import org.runincident.code.Span;
import org.runincident.code.TypeName;

/** One thing a method body does. Events are neutral: which of them fails a status is decided by the typestate. */
public sealed interface Event {

    Span at();

    /** {@code to = from}: assignment, declaration, pattern binding, parameter of a spliced lambda. */
    record Copy(Value to, Value from, Span at) implements Event {}

    /**
     * A field read.
     *
     * @param receiver null for a static field
     */
    record Get(Value.Temp to, Value receiver, TypeName owner, String field, Span at) implements Event {
        /** The field by which compilers let {@code assert} statements be passed by. */
        public static final String ASSERTIONS_DISABLED = "$assertionsDisabled";
    }

    /**
     * A field write. Field initializers are Puts in {@code <fields>} and {@code <clinit>}.
     *
     * @param receiver null for a static field
     */
    record Put(Value receiver, TypeName owner, String field, TypeName fieldType, Value value, Span at)
            implements Event {}

    /**
     * A call. {@code super(..)} and {@code this(..)} are calls of {@code <init>} on the receiver.
     *
     * @param to the result; of type void when there is none
     * @param receiver null when static; the receiver variable for unqualified instance calls
     * @param at from the start of the receiver expression to the closing parenthesis
     * @param nameAt the method name alone
     */
    record Call(
            Value.Temp to,
            Value receiver,
            MethodRef method,
            List<Value> arguments,
            boolean resultUsed,
            Span at,
            Span nameAt)
            implements Event {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code new T(..)}; {@code method} names the constructor, its owner is the created type. */
    record Create(Value.Temp to, MethodRef method, List<Value> arguments, Span at) implements Event {
        public Create {
            arguments = List.copyOf(arguments);
        }

        public TypeName type() {
            return method.owner();
        }
    }

    /** What a {@link Combine} does with its parts. */
    enum Operator {
        CONCAT,
        ARITHMETIC,
        /** Any comparison, also {@code !}, {@code &} and {@code |} on booleans. */
        COMPARE,
        CAST,
        INSTANCEOF,
        ARRAY,
        ARRAY_READ,
        ARRAY_WRITE,
        OTHER
    }

    /**
     * A value made from others by the language itself.
     *
     * @param sign what a comparison compares by, as it is written ({@code >=}); the type after {@code instanceof}; else empty
     */
    record Combine(Value.Temp to, Operator operator, List<Value> parts, String sign, Span at) implements Event {
        public Combine {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Leaves the method, or, with a lambda, its spliced body (the block then goes on to the lambda's exit).
     *
     * @param value null for none
     * @param lambda index of the lambda left; -1 for the method
     */
    record Return(Value value, int lambda, Span at) implements Event {}

    /**
     * Throws. The block's edges lead to the handlers that may take it, if any.
     *
     * @param value {@link Value.Unknown} where no statement throws: at the end of the copy of a {@code finally} (or
     *     {@code close()}) made for exceptions the one in flight goes on
     */
    record Throw(Value value, Span at) implements Event {
        /** Whether this is the exception in flight going on, rather than a {@code throw} statement. */
        public boolean goesOn() {
            return value instanceof Value.Unknown;
        }
    }

    /** First event of a handler: the caught exception is in {@code variable} from here. */
    record Caught(Value.Variable variable, int handler, Span at) implements Event {}
}
