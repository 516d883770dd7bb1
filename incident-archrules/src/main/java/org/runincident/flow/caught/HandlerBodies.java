package org.runincident.flow.caught;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.runincident.code.TypeName;
import org.runincident.flow.Definitions;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Handler;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.UnreadLocals;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/** What stands in the bodies of handlers, whatever becomes of the exception. */
public final class HandlerBodies {
    private static final Set<String> FIRST_WINS = Set.of("compareAndSet", "weakCompareAndSet", "getAndSet");

    private static final Set<String> OVER = Set.of("isDone", "isCompletedExceptionally");

    private static final Set<String> IGNORE_WORDS = Set.of(
            "ignore",
            "ignores",
            "ignoring",
            "ignored",
            "suppress",
            "swallow",
            "quiet",
            "quietly",
            "silent",
            "silently",
            "lenient");

    private static final Set<String> FAIL_WORDS = Set.of("fail", "throw", "rethrow", "propagate");

    /** With a word for a failure behind them: {@code continueOnError}. */
    private static final Set<String> GO_ON_WORDS =
            Set.of("continue", "proceed", "tolerate", "stop", "abort", "halt", "exit", "break", "skip");

    private static final Set<String> FAILURE_WORDS =
            Set.of("error", "errors", "failure", "failures", "failed", "exception", "exceptions", "fail");

    private static final Set<String> LOG_WORDS = Set.of("log", "logs", "logging", "logged");

    /** Look for a class or a member by its name. */
    private static final Set<String> LOOKUPS = Set.of(
            "forName",
            "loadClass",
            "getMethod",
            "getDeclaredMethod",
            "getConstructor",
            "getDeclaredConstructor",
            "getField",
            "getDeclaredField",
            "findVirtual",
            "findStatic",
            "findConstructor",
            "getModule");

    /** Make a value of a text. */
    private static final Set<String> PARSERS = Set.of(
            "parseInt",
            "parseLong",
            "parseDouble",
            "parseFloat",
            "parseShort",
            "parseByte",
            "parse",
            "valueOf",
            "decode",
            "fromString");

    /** Give what the look-up is done with. */
    private static final Set<String> LOADERS = Set.of(
            "getClassLoader",
            "getContextClassLoader",
            "getSystemClassLoader",
            "getPlatformClassLoader",
            "currentThread",
            "getClass",
            "getName",
            "lookup",
            "publicLookup",
            "setAccessible");

    private HandlerBodies() {}

    /** Whether the body only asks the exception for something, and nobody ever looks at the answer. */
    public static boolean onlyAsks(EventGraph graph, Handler handler, Vocabulary vocabulary) {
        List<Event> events = handler.blocks().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .filter(event -> !(event instanceof Event.Caught))
                .toList();
        Set<Value> ofIt = new HashSet<>();
        ofIt.add(handler.variable());
        UnreadLocals unread = new UnreadLocals(graph, Set.of());
        for (Event event : events) {
            boolean asks = event instanceof Event.Call call
                    && ofIt.contains(call.receiver())
                    && call.arguments().isEmpty()
                    && (vocabulary.throwableMembers().yieldsText(call.method().name())
                            || vocabulary
                                    .throwableMembers()
                                    .yieldsKept(call.method().name()));
            boolean forgets = event instanceof Event.Copy copy
                    && unread.holding(copy.from()).isPresent();
            boolean adds = event instanceof Event.Combine made && made.operator() == Event.Operator.CONCAT;
            if (!asks && !forgets && !adds) {
                return false;
            }
            ofIt.add(EventValues.result(event));
        }
        return handler.variable() != null && !events.isEmpty();
    }

    /** Whether the body yields a value or writes a log line, and changes nothing. */
    public static boolean onlyYields(EventGraph graph, Handler handler, Vocabulary vocabulary) {
        LogCalls logs = new LogCalls(vocabulary.loggers(), new Definitions(graph));
        return handler.blocks().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .noneMatch(event -> event instanceof Event.Put
                        || event instanceof Event.Throw
                        || event instanceof Event.Call call && !call.resultUsed() && !logs.isLogCall(call));
    }

    /**
     * Whether the body answers instead of the exception: it gives back a value or changes something, and does not only
     * write a log line.
     */
    public static boolean answers(EventGraph graph, Handler handler, Vocabulary vocabulary) {
        LogCalls logs = new LogCalls(vocabulary.loggers(), new Definitions(graph));
        return handler.blocks().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .anyMatch(event -> event instanceof Event.Put
                        || event instanceof Event.Return end
                                && end.value() != null
                                && !(end.value() instanceof Value.Null)
                        || event instanceof Event.Call call && !call.resultUsed() && !logs.isLogCall(call));
    }

    /**
     * Whether the exception is one that cannot come: {@code super.clone()} says that it is thrown, and never throws it in a
     * class that can be cloned.
     */
    public static boolean isImpossible(EventGraph graph, Handler handler) {
        return handler.caught().stream().allMatch(type -> type.is("java.lang.CloneNotSupportedException"))
                && handler.tried().stream()
                        .flatMap(block -> graph.block(block).events().stream())
                        .anyMatch(event -> event instanceof Event.Call call
                                && call.method().name().equals("clone")
                                && isOfObject(call.method()));
    }

    private static boolean isOfObject(MethodRef method) {
        return method.owner().is("java.lang.Object")
                || method.isResolved() && method.declaration().key().owner().equals("java.lang.Object");
    }

    /**
     * Whether what the body does may be left out on purpose: every n-th time, only the first time, only by the first to
     * come, only where somebody has asked for logs, not where somebody has asked to ignore failures.
     */
    public static boolean choosesOccasion(EventGraph graph, Handler handler) {
        Definitions definitions = new Definitions(graph);
        Set<String> counted = new HashSet<>();
        List<Event> events = handler.blocks().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .toList();
        for (Event event : events) {
            if (event instanceof Event.Put put
                    && (isArithmetic(put.value(), definitions) || put.value() instanceof Value.Literal)) {
                counted.add(put.field());
            } else if (event instanceof Event.Copy copy
                    && copy.to() instanceof Value.Variable variable
                    && isArithmetic(copy.from(), definitions)) {
                counted.add(variable.name());
            }
        }
        boolean firstWins = events.stream()
                .anyMatch(event -> event instanceof Event.Call call
                        && FIRST_WINS.contains(call.method().name()));
        return firstWins
                || handler.blocks().stream()
                        .flatMap(block -> graph.block(block).edges().stream())
                        .map(Edge::condition)
                        .anyMatch(test -> test != null
                                && (comesFrom(test.subject(), counted, definitions, 0)
                                        || asksForLogs(test.subject(), definitions)
                                        || asksToIgnore(test.subject(), definitions)
                                        || isOver(test.subject(), definitions)));
    }

    /** {@code shouldLogFailure()}, {@code logFailures}: a level test under another name. */
    private static boolean asksForLogs(Value subject, Definitions definitions) {
        return subject.type().equals(TypeName.BOOLEAN)
                && Words.of(definitions.nameOf(subject)).stream().anyMatch(LOG_WORDS::contains);
    }

    /** {@code ignoreFailures}, {@code failOnError}, {@code continueOnError}: whoever set it has decided. */
    private static boolean asksToIgnore(Value subject, Definitions definitions) {
        List<String> words = Words.of(definitions.nameOf(subject));
        return subject.type().equals(TypeName.BOOLEAN)
                && words.size() > 1
                && (words.stream().anyMatch(IGNORE_WORDS::contains)
                        || FAIL_WORDS.contains(words.get(0))
                        || GO_ON_WORDS.contains(words.get(0)) && words.stream().anyMatch(FAILURE_WORDS::contains));
    }

    /** {@code result.isDone()}: whoever waits has an answer, and a failure behind it changes nothing. */
    private static boolean isOver(Value subject, Definitions definitions) {
        return definitions.of(subject) instanceof Event.Call asked
                && OVER.contains(asked.method().name())
                && asked.arguments().isEmpty();
    }

    private static boolean isArithmetic(Value value, Definitions definitions) {
        return definitions.of(value) instanceof Event.Combine made && made.operator() == Event.Operator.ARITHMETIC;
    }

    private static boolean comesFrom(Value value, Set<String> names, Definitions definitions, int depth) {
        if (depth > 3) {
            return false;
        }
        return names.contains(definitions.nameOf(value))
                || definitions.of(value) instanceof Event.Combine made
                        && made.parts().stream().anyMatch(p -> comesFrom(p, names, definitions, depth + 1));
    }

    /** Whether the body hands on a failure that was there before: of the two, that is the one that matters. */
    public static boolean passesAnother(EventGraph graph, Handler handler, Program program, Vocabulary vocabulary) {
        return handler.blocks().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .flatMap(event -> event instanceof Event.Call call
                        ? call.arguments().stream()
                        : event instanceof Event.Create create ? create.arguments().stream() : Stream.of())
                .anyMatch(value -> value instanceof Value.Variable variable
                        && !variable.equals(handler.variable())
                        && variable.role() != Value.Role.RECEIVER
                        && vocabulary.exceptionTypes().isThrowable(variable.type(), program.declarations()));
    }

    /**
     * Whether the guarded part only looks for a class or a member by name, and the body gives a fixed answer: that it is not
     * there is what was asked, whatever the loader makes of it.
     */
    public static boolean isLookup(EventGraph graph, Handler handler) {
        List<Event.Call> asked = handler.tried().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .filter(Event.Call.class::isInstance)
                .map(Event.Call.class::cast)
                .toList();
        return !handler.emptyBody()
                && asked.stream().anyMatch(HandlerBodies::looksUp)
                && asked.stream()
                        .allMatch(call ->
                                looksUp(call) || LOADERS.contains(call.method().name()))
                && handler.blocks().stream()
                        .flatMap(block -> graph.block(block).events().stream())
                        .allMatch(HandlerBodies::answersFixed);
    }

    /**
     * Whether the guarded part only makes a value of a text, by a method of the platform that can fail in no other way, and the
     * body gives a fixed answer: that it is no such text is what was asked, however broad the clause.
     */
    public static boolean isParse(EventGraph graph, Handler handler) {
        List<Event> tried = handler.tried().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .toList();
        return !handler.emptyBody()
                && tried.stream().anyMatch(HandlerBodies::parses)
                && tried.stream().noneMatch(event -> event instanceof Event.Create || event instanceof Event.Throw)
                && tried.stream().allMatch(event -> !(event instanceof Event.Call) || parses(event))
                && handler.blocks().stream()
                        .flatMap(block -> graph.block(block).events().stream())
                        .allMatch(HandlerBodies::answersFixed);
    }

    /** The method that alone is given the exception, where its name says that nothing is done ({@code ignore(e)}). */
    public static Optional<String> givenUpTo(EventGraph graph, Handler handler, Vocabulary vocabulary) {
        Set<String> words = vocabulary.lists().words("droppingHelpers");
        String name = "";
        for (int block : handler.blocks()) {
            for (Event event : graph.block(block).events()) {
                boolean givesUp = event instanceof Event.Call call
                        && call.arguments().contains(handler.variable())
                        && Words.of(call.method().name()).stream().anyMatch(words::contains);
                if (givesUp) {
                    name = ((Event.Call) event).method().name();
                } else if (!(event instanceof Event.Caught)) {
                    return Optional.empty();
                }
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static boolean parses(Event event) {
        return event instanceof Event.Call call
                && call.receiver() == null
                && !call.arguments().isEmpty()
                && PARSERS.contains(call.method().name())
                && call.method().owner().text().startsWith("java.");
    }

    private static boolean looksUp(Event.Call call) {
        return LOOKUPS.contains(call.method().name()) && !call.arguments().isEmpty();
    }

    private static boolean answersFixed(Event event) {
        Value answer = event instanceof Event.Return end
                ? end.value()
                : event instanceof Event.Put put ? put.value() : event instanceof Event.Copy copy ? copy.from() : null;
        boolean fixed =
                answer instanceof Value.Literal || answer instanceof Value.Null || answer instanceof Value.Constant;
        return event instanceof Event.Caught || fixed;
    }

    /** Whether the guarded part ends in a call that fails on purpose, as tests have it: then the exception is expected. */
    public static boolean isExpected(EventGraph graph, Handler handler, Vocabulary vocabulary) {
        Set<String> assertions = vocabulary.lists().words("failingAssertions");
        return handler.tried().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .filter(Event.Call.class::isInstance)
                .max(Comparator.comparing(Event::at))
                .filter(last -> assertions.contains(((Event.Call) last).method().name()))
                .isPresent();
    }
}
