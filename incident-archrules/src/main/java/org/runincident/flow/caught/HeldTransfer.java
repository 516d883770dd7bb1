package org.runincident.flow.caught;

import java.util.List;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.ExceptionTypes;
import org.runincident.vocabulary.Vocabulary;

/** What each event does to the values that hold an exception on one path. Calls are left to {@link HeldCalls}. */
final class HeldTransfer {
    static final String TRACE = "java.lang.StackTraceElement[]";

    private final HeldCalls calls;
    private final Definitions definitions;
    private final Vocabulary vocabulary;
    private final Program program;

    HeldTransfer(Program program, Vocabulary vocabulary, EventGraph graph, Definitions definitions, HeldCalls calls) {
        this.program = program;
        this.vocabulary = vocabulary;
        this.definitions = definitions;
        this.calls = calls;
    }

    /** Takes the path over one event; an end of the path is returned, else null. */
    PathEnd apply(Event event, Path path) {
        if (event instanceof Event.Call call) {
            return calls.call(call, path);
        }
        if (event instanceof Event.Create create) {
            calls.create(create, path);
        } else if (event instanceof Event.Copy copy) {
            copy(copy, path);
        } else if (event instanceof Event.Combine combine) {
            combine(combine, path);
        } else if (event instanceof Event.Put put) {
            if (path.holding(put.value()) != null) {
                if (isReceiver(put.receiver())) {
                    path.enrichReceiver(path.holding(put.value()));
                }
                record(path, path.holding(put.value()), put.at(), "stored in `" + put.field() + "`");
            }
        } else if (event instanceof Event.Get get) {
            path.hold(get.to(), path.holding(get.receiver()) == null ? null : Holding.TEXT);
        } else if (event instanceof Event.Caught taken) {
            path.caughtIn(taken.variable());
        } else if (event instanceof Event.Return end) {
            return returns(end, path);
        } else if (event instanceof Event.Throw end) {
            return throwing(end, path);
        }
        return null;
    }

    private static void copy(Event.Copy copy, Path path) {
        boolean made = path.isMade(copy.from());
        path.hold(copy.to(), path.holding(copy.from()));
        if (copy.to() instanceof Value.Variable) {
            path.assign(copy.to(), copy.from() instanceof Value.Null);
        }
        if (made) {
            path.make(copy.to());
        }
    }

    private static void combine(Event.Combine combine, Path path) {
        Holding parts = strongest(combine.parts(), path);
        boolean made = combine.parts().stream().anyMatch(path::isMade);
        Holding result = switch (combine.operator()) {
            case ARRAY_READ -> isOneFrame(combine, path) ? Holding.TEXT : parts;
            case CAST, ARRAY, ARRAY_WRITE, OTHER -> parts;
            case CONCAT -> asText(combine.parts(), path);
            case ARITHMETIC, COMPARE, INSTANCEOF -> parts == null ? null : Holding.TEXT;
        };
        if (combine.operator() == Event.Operator.ARRAY_WRITE && parts != null) {
            record(path, parts, combine.at(), "stored in an array");
        }
        path.hold(combine.to(), result);
        if (made) {
            path.make(combine.to());
        }
    }

    private static boolean isOneFrame(Event.Combine read, Path path) {
        return read.parts().stream().anyMatch(v -> v.type().is(TRACE) && path.holding(v) == Holding.KEPT);
    }

    /** Text made of values; a trace that is text already stays whole. */
    static Holding asText(List<Value> values, Path path) {
        Holding strongest = strongest(values, path);
        boolean trace = values.stream()
                .anyMatch(v ->
                        (v.type().is("java.lang.String") || v.type().is(TRACE)) && path.holding(v) == Holding.KEPT);
        return strongest == null ? null : trace ? Holding.KEPT : Holding.TEXT;
    }

    /** A truth value that is put together on several branches. */
    private boolean isAnswer(Value value) {
        return value instanceof Value.Temp
                && value.type().equals(TypeName.BOOLEAN)
                && !(definitions.of(value) instanceof Event.Call);
    }

    private PathEnd returns(Event.Return end, Path path) {
        Holding holding = isReceiver(end.value()) ? path.receiver() : path.holding(end.value());
        if (end.lambda() >= 0) {
            if (holding != null) {
                path.holdInLambda(end.lambda(), holding);
                record(path, holding, end.at(), "returned");
            }
            // A lambda's return goes on behind the lambda: the walk decides whether that is still its business.
            return null;
        }
        if (holding == null && path.isAsked() && isAnswer(end.value())) {
            // e instanceof X && e.getCause() instanceof Y: the first question has answered both.
            holding = Holding.TEXT;
        }
        // What a method hands back is its caller's to use: the end tells, the use does not count it.
        String what = end.value() == null ? "the method ends" : "`" + shown(end.value()) + "` is returned";
        path.note(end.at(), holding == null ? what : "returned");
        return new PathEnd(PathEnd.Kind.RETURNS, path, holding, end.at(), -1);
    }

    private PathEnd throwing(Event.Throw end, Path path) {
        Holding holding = path.holding(end.value());
        if (end.goesOn()) {
            return new PathEnd(PathEnd.Kind.THROWS, path, null, end.at(), -1);
        }
        if (holding == Holding.SELF) {
            path.closeInterrupt();
        }
        if (!path.mustBeThrown() && carriesInterruption(end.value())) {
            path.closeInterrupt();
        }
        if (holding != null && holding.keepsException()) {
            path.use(Use.PROPAGATED, end.at(), "thrown on");
            return new PathEnd(PathEnd.Kind.THROWS, path, holding, end.at(), -1);
        }
        if (!isNew(end.value(), path) || wrapsAnother(end.value(), path) || saysItAgain(end.value(), path)) {
            path.use(Use.PROPAGATED, end.at(), "another exception, caught before, is thrown");
            return new PathEnd(PathEnd.Kind.THROWS, path, holding, end.at(), -1);
        }
        path.note(
                end.at(),
                holding == null
                        ? "a new exception is thrown without it"
                        : "a new exception is thrown with text of it only");
        return new PathEnd(PathEnd.Kind.LOSES_CAUSE, path, holding, end.at(), -1);
    }

    private boolean isNew(Value thrown, Path path) {
        return path.isMade(thrown)
                || definitions.of(thrown) instanceof Event.Create
                || program.declarations() != null && thrown instanceof Value.Constant;
    }

    /** A new exception around one that a handler further out has caught, or the method was given: the first failure goes on. */
    private boolean wrapsAnother(Value thrown, Path path) {
        return definitions.behind(thrown).stream().anyMatch(v -> path.holding(v) == null && calls.isEarlierFailure(v));
    }

    /** An InterruptedException has no room for a cause: a new one says as much as the old one. */
    private boolean saysItAgain(Value thrown, Path path) {
        ExceptionTypes types = vocabulary.exceptionTypes();
        return types.isInterruption(thrown.type(), program.declarations())
                || carriesInterruption(thrown) && path.held().keySet().stream().anyMatch(this::carriesInterruption);
    }

    /** Whether a value can be an interruption, or stand for one; it is asked for as long as a path goes on. */
    boolean carriesInterruption(Value value) {
        ExceptionTypes types = vocabulary.exceptionTypes();
        return types.carriesInterruption(value.type()) || types.isInterruption(value.type(), program.declarations());
    }

    private static boolean isReceiver(Value value) {
        return value instanceof Value.Variable variable && variable.role() == Value.Role.RECEIVER;
    }

    static void record(Path path, Holding holding, Span at, String text) {
        path.use(holding.keepsException() ? Use.RECORDED : Use.TEXT_RECORDED, at, text);
    }

    static Holding strongest(List<Value> values, Path path) {
        Holding strongest = null;
        for (Value value : values) {
            strongest = Holding.stronger(strongest, path.holding(value));
        }
        return strongest;
    }

    private static String shown(Value value) {
        return value instanceof Value.Temp ? "another value" : value.toString();
    }

    private boolean asksForAssertions(Value subject) {
        return definitions.of(subject) instanceof Event.Get get && get.field().equals(Event.Get.ASSERTIONS_DISABLED);
    }

    /** Applies what a branch says; false when it cannot be taken while there is an exception. */
    boolean assume(Condition condition, Path path, Span near) {
        Holding holding = path.holding(condition.subject());
        if (condition instanceof Condition.IsNull isNull) {
            if (holding == Holding.SELF && !isNull.holds()) {
                path.confirm();
            }
            boolean contradicts = isNull.holds()
                    ? holding == Holding.SELF
                    : path.isAbsent(isNull.subject()) || path.isNull(isNull.subject());
            if (holding == null) {
                askedForNull(isNull, path, near);
            }
            return !contradicts;
        }
        if (condition instanceof Condition.IsTrue isTrue && asksForAssertions(isTrue.subject())) {
            // An assertion is a test of the program's own: what it says when it fails is not what the handler says.
            return isTrue.holds();
        }
        if (condition instanceof Condition.IsTrue isTrue && calls.isLevelTest(definitions.of(isTrue.subject()))) {
            return isTrue.holds();
        }
        if (condition instanceof Condition.IsInstance isInstance && holding != null) {
            return instance(isInstance, holding, path);
        }
        if (condition instanceof Condition.IsEqual same && same.holds() && isKeptElsewhere(same, path)) {
            path.use(Use.RECORDED, near, "it is the very exception that is kept already");
            return true;
        }
        if (holding != null) {
            path.inspect();
        } else {
            String name = definitions.nameOf(condition.subject());
            if (condition instanceof Condition.IsTrue isTrue && !name.isEmpty()) {
                path.note(near, "`" + name + "` is " + isTrue.holds());
            }
        }
        return true;
    }

    private void askedForNull(Condition.IsNull test, Path path, Span near) {
        boolean named = test.subject() instanceof Value.Variable || definitions.of(test.subject()) instanceof Event.Get;
        if (!named) {
            return;
        }
        String name = definitions.nameOf(test.subject());
        if (!test.holds()
                && vocabulary.exceptionTypes().isThrowable(test.subject().type(), program.declarations())) {
            path.use(Use.RECORDED, near, "`" + name + "` keeps a failure that came before");
        } else {
            path.note(near, "`" + name + (test.holds() ? "` is null" : "` is not null"));
        }
    }

    /** {@code failure == e}: another variable holds the same exception, which nothing here takes from it. */
    private boolean isKeptElsewhere(Condition.IsEqual same, Path path) {
        Value other = path.holding(same.subject()) == Holding.SELF ? same.other() : same.subject();
        Value self = other == same.other() ? same.subject() : same.other();
        return path.holding(self) == Holding.SELF
                && path.holding(other) == null
                && vocabulary.exceptionTypes().isThrowable(other.type(), program.declarations());
    }

    private boolean instance(Condition.IsInstance test, Holding holding, Path path) {
        ExceptionTypes types = vocabulary.exceptionTypes();
        boolean takes = types.takesInterruption(test.type());
        if (path.mustBeThrown()) {
            takes = types.isAboveInterruption(test.type()) || types.isControlFlow(test.type(), program.declarations());
        }
        if (holding == Holding.SELF && test.holds() != takes) {
            path.closeInterrupt();
        }
        if (test.holds()) {
            path.inspect();
        }
        path.ask();
        return true;
    }
}
