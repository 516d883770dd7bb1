package org.runincident.flow.caught;

import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Loggers;
import org.runincident.vocabulary.ThrowableMembers;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/**
 * What a call does with an exception it is given: logs it, makes text of it, keeps it, throws it. Known members come
 * first, then the callee's own body where it is at hand; any other call that is given the exception counts as a use.
 */
final class HeldCalls {
    /** First words of calls that take something in, and answer whether they did; any other asks. */
    private static final Set<String> STORING =
            Set.of("compare", "weak", "complete", "try", "set", "offer", "add", "put", "fail", "record", "report");

    private static final Set<String> CONSOLE_NAMES = Set.of("out", "err", "console");

    private final Program program;
    private final Vocabulary vocabulary;
    private final ThrowableMembers members;
    private final Loggers loggers;
    private final Definitions definitions;
    private final ThrowableEffects effects;
    private final LogCalls logs;
    private final InterruptMembers interrupts;
    private final Captures captures;
    private final EventGraph graph;
    private final boolean inMain;

    HeldCalls(
            Program program,
            Vocabulary vocabulary,
            EventGraph graph,
            Definitions definitions,
            ThrowableEffects effects) {
        this.program = program;
        this.vocabulary = vocabulary;
        this.members = vocabulary.throwableMembers();
        this.loggers = vocabulary.loggers();
        this.definitions = definitions;
        this.effects = effects;
        this.logs = new LogCalls(vocabulary.loggers(), definitions);
        this.interrupts = new InterruptMembers(program, graph, definitions);
        this.captures = effects.captures();
        this.graph = graph;
        this.inMain = graph.method().isStatic() && graph.method().name().equals("main");
    }

    boolean isLevelTest(Event event) {
        return event instanceof Event.Call call
                && loggers.isLevelTest(call.method().name())
                && logs.isLogger(call.receiver());
    }

    /** Takes the path over a call; an end of the path is returned, else null. */
    PathEnd call(Event.Call call, Path path) {
        Holding receiver = path.holding(call.receiver());
        Holding argument = HeldTransfer.strongest(call.arguments(), path);
        TypeName owner = call.method().owner();
        String name = call.method().name();

        if (interrupts.answers(call)) {
            path.answerInterrupt();
        } else if (members.endsProcess(owner, name)) {
            path.endProcess(call.at());
        }
        if (argument == null && receiver == null) {
            return nothingGiven(call, path);
        }
        if (argument != null && logs.isLogCall(call)) {
            log(call, argument, path);
            path.hold(call.to(), null);
            return null;
        }
        if (isConsole(call.receiver()) && argument != null) {
            path.print(call.at(), "printed");
            path.hold(call.to(), null);
            return null;
        }
        if (argument == null) {
            member(call, receiver, path);
            return null;
        }
        if (members.makesText(owner, name)) {
            path.hold(call.to(), HeldTransfer.asText(call.arguments(), path));
            return null;
        }
        if (members.isTextBuffer(owner)) {
            Holding text = Holding.stronger(receiver, HeldTransfer.asText(call.arguments(), path));
            path.enrich(call.receiver(), text);
            path.hold(call.to(), text);
            return null;
        }
        return given(call, argument, path);
    }

    void create(Event.Create create, Path path) {
        Holding argument = Holding.stronger(
                HeldTransfer.strongest(create.arguments(), path),
                captures.seen(graph.file(), create.at(), path.held()));
        if (argument == null) {
            path.hold(create.to(), null);
            make(create.to(), create.type(), path);
            return;
        }
        Holding result = argument == Holding.TEXT || members.isTextBuffer(create.type()) ? Holding.TEXT : Holding.KEPT;
        ThrowableEffect effect = effects.of(create.method(), create.arguments(), path);
        if (effect != null) {
            if (result == Holding.KEPT && effect.use().compareTo(Use.TEXT_RECORDED) <= 0) {
                result = effect.use() == Use.NONE ? null : Holding.TEXT;
            }
            if (effect.answersInterrupt()) {
                path.answerInterrupt();
            }
        }
        path.hold(create.to(), result);
        if (result == null || result == Holding.TEXT) {
            make(create.to(), create.type(), path);
        }
    }

    private PathEnd nothingGiven(Event.Call call, Path path) {
        path.hold(call.to(), null);
        make(call.to(), call.method().returnType(), path);
        ThrowableEffect effect = effects.ofNothing(call.method());
        if (effect == null) {
            return null;
        }
        if (effect.answersInterrupt()) {
            path.answerInterrupt();
        }
        if (effect.completes()) {
            return null;
        }
        if (call.arguments().stream().anyMatch(this::isEarlierFailure)) {
            path.use(Use.PROPAGATED, call.at(), "`" + call.method().name() + "` throws an exception that came before");
            return new PathEnd(PathEnd.Kind.THROWS, path, null, call.at(), -1);
        }
        path.note(call.at(), "`" + call.method().name() + "` throws a new exception without it");
        return new PathEnd(PathEnd.Kind.LOSES_CAUSE, path, null, call.at(), -1);
    }

    /** A failure that was there before the one in hand: a parameter of the method, or what a handler around has caught. */
    boolean isEarlierFailure(Value value) {
        return value instanceof Value.Variable variable
                && (graph.handlers().stream().anyMatch(h -> variable.equals(h.variable()))
                        || variable.role() == Value.Role.PARAMETER
                                && vocabulary.exceptionTypes().isThrowable(variable.type(), program.declarations()));
    }

    private void log(Event.Call call, Holding argument, Path path) {
        boolean alone = call.arguments().size() == 1;
        boolean asException = argument.keepsException()
                && !isOnlyParameter(call, path)
                && !(alone
                        && argument == Holding.SELF
                        && loggers.takesLoneArgumentAsMessage(call.method().owner()));
        String level = logs.level(call);
        if (asException) {
            path.use(Use.LOGGED, call.at(), "logged (" + level + ") as an exception");
        } else {
            path.use(Use.TEXT_LOGGED, call.at(), "text of it is logged (" + level + ")");
        }
        path.logAt(level);
    }

    /**
     * Whether the exception is one of the parameters of the message, and that logger makes text of them: it stands behind the
     * format of a method that formats, or in the array of parameters, or behind another one, where no method takes an
     * exception.
     */
    private boolean isOnlyParameter(Event.Call call, Path path) {
        List<Value> given = call.arguments();
        TypeName owner = call.method().owner();
        if (loggers.formats(owner, call.method().name())) {
            return given.stream()
                    .takeWhile(value -> path.holding(value) == null)
                    .anyMatch(HeldCalls::isText);
        }
        if (!loggers.writesParametersAsText(owner)) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            Holding holding = path.holding(given.get(i));
            boolean inArray = given.get(i).type().text().endsWith("[]");
            boolean spread =
                    i > 2 && isText(given.get(1)) && call.method().name().equals("log");
            if (holding != null && holding.keepsException() && !inArray && !spread) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(Value value) {
        return value.type().is("java.lang.String");
    }

    /** The console, that is {@code System.out} and {@code err}: another stream can be a result, a file, a response. */
    private boolean isConsole(Value receiver) {
        return receiver != null
                && loggers.isConsole(receiver.type())
                && CONSOLE_NAMES.contains(definitions.nameOf(receiver));
    }

    /** A member of something that holds the exception. */
    private void member(Event.Call call, Holding receiver, Path path) {
        String name = call.method().name();
        if (receiver.keepsException() && name.equals("printStackTrace")) {
            if (!call.arguments().isEmpty()) {
                printTo(call.arguments().get(0), call, path);
            } else if (inMain) {
                path.use(Use.LOGGED, call.at(), "printed with its trace, by a main method");
            } else {
                path.print(call.at(), "printed to the console");
            }
            return;
        }
        if (members.isTextBuffer(call.method().owner()) || receiver == Holding.TEXT) {
            path.hold(call.to(), receiver);
            if (!call.resultUsed() && !members.isTextBuffer(call.method().owner())) {
                path.use(Use.TEXT_RECORDED, call.at(), "text of it goes with `" + name + "`");
            }
            return;
        }
        if (members.yieldsText(name)) {
            path.hold(call.to(), Holding.TEXT);
        } else if (members.yieldsKept(name)) {
            path.hold(call.to(), Holding.KEPT);
        } else if (receiver == Holding.KEPT) {
            path.hold(call.to(), Holding.KEPT);
        } else {
            boolean data = call.resultUsed();
            path.hold(call.to(), data ? keptOrText(call.method().returnType()) : null);
            if (!data && !isPlainSetter(name)) {
                path.use(Use.RECORDED, call.at(), "`" + name + "` is called on it");
            }
        }
    }

    /** Only exceptions matter: each new object would tell paths apart that are alike. */
    private void make(Value value, TypeName type, Path path) {
        if (vocabulary.exceptionTypes().isThrowable(type, program.declarations())) {
            path.make(value);
        }
    }

    /** The whole stack goes to a writer: what is written into keeps it. */
    private void printTo(Value writer, Event.Call call, Path path) {
        if (isConsole(writer)) {
            path.print(call.at(), "printed to the console");
            return;
        }
        List<Value> behind = definitions.behind(writer);
        if (behind.isEmpty()) {
            path.use(Use.RECORDED, call.at(), "printed with its trace");
        }
        path.enrich(writer, Holding.KEPT);
        behind.forEach(value -> path.enrich(value, Holding.KEPT));
    }

    private Holding keptOrText(TypeName type) {
        return isThrowable(type) ? Holding.KEPT : Holding.TEXT;
    }

    private boolean isThrowable(TypeName type) {
        return vocabulary.exceptionTypes().isThrowable(type, program.declarations());
    }

    private static boolean isPlainSetter(String name) {
        return name.startsWith("set") || name.startsWith("add") || name.startsWith("with");
    }

    /** A call that nothing special is known of is given something that holds the exception. */
    private PathEnd given(Event.Call call, Holding argument, Path path) {
        ThrowableEffect effect = effects.of(call.method(), call.arguments(), path);
        if (effect != null) {
            return byBody(call, argument, effect, path);
        }
        String name = call.method().name();
        if (argument == Holding.SELF && members.rethrows(name)) {
            path.closeInterrupt();
        }
        TypeName type = call.method().returnType();
        if (argument == Holding.TEXT) {
            if (call.resultUsed()) {
                path.hold(call.to(), Holding.TEXT);
            } else {
                path.use(Use.TEXT_RECORDED, call.at(), "text of it is given to `" + name + "`");
            }
        } else if (call.resultUsed() && type.equals(TypeName.BOOLEAN)) {
            path.hold(call.to(), Holding.TEXT);
            if (STORING.contains(Words.of(name).get(0))) {
                path.use(Use.RECORDED, call.at(), "given to `" + name + "`");
            } else {
                path.inspect();
            }
        } else if (call.resultUsed() && type.is("java.lang.String")) {
            path.hold(call.to(), members.yieldsStackText(name) || isGivenTrace(call) ? Holding.KEPT : Holding.TEXT);
        } else if (call.resultUsed() && vocabulary.exceptionTypes().isThrowable(type, program.declarations())) {
            path.hold(call.to(), Holding.KEPT);
        } else {
            path.use(Use.RECORDED, call.at(), "given to `" + name + "`");
            path.hold(call.to(), Holding.KEPT);
        }
        path.enrich(call.receiver(), argument == Holding.TEXT ? Holding.TEXT : Holding.KEPT);
        return null;
    }

    private static boolean isGivenTrace(Event.Call call) {
        return call.arguments().stream().anyMatch(v -> v.type().is(HeldTransfer.TRACE));
    }

    private PathEnd byBody(Event.Call call, Holding argument, ThrowableEffect effect, Path path) {
        String name = call.method().name();
        Use use = argument == Holding.TEXT ? ofText(effect.use()) : effect.use();
        if (use == Use.INSPECTED) {
            path.inspect();
        } else if (use == Use.PROPAGATED && effect.completes()) {
            if (path.mustBeThrown()) {
                path.closeInterrupt();
            }
            path.use(Use.RECORDED, call.at(), "thrown on by `" + name + "` in some cases");
        } else if (use == Use.TEXT_LOGGED && effect.printed()) {
            path.print(call.at(), "printed to the console by `" + name + "`");
        } else if (use != Use.NONE && use != Use.PROPAGATED) {
            path.use(use, call.at(), did(use) + "`" + name + "`");
            path.logAt(effect.logLevel());
        }
        if (effect.answersInterrupt()) {
            path.answerInterrupt();
        }
        if (!effect.completes()) {
            return thrown(call, argument, effect, path);
        }
        Holding result = effect.returned();
        if (result != null && argument.compareTo(result) < 0) {
            result = argument;
        }
        if (result == null && use == Use.RECORDED && isThrowable(call.method().returnType())) {
            // What became of it out of sight is what comes back.
            result = Holding.KEPT;
        }
        path.hold(call.to(), result);
        if (result == null || result == Holding.TEXT) {
            make(call.to(), call.method().returnType(), path);
        }
        if (use.compareTo(Use.RECORDED) >= 0) {
            path.enrich(call.receiver(), argument == Holding.TEXT ? Holding.TEXT : Holding.KEPT);
        }
        return null;
    }

    private static String did(Use use) {
        return switch (use) {
            case LOGGED -> "logged as an exception by ";
            case TEXT_LOGGED -> "text of it is logged by ";
            case TEXT_RECORDED -> "text of it is given to ";
            case NONE, INSPECTED, RECORDED, PROPAGATED -> "given to ";
        };
    }

    private static Use ofText(Use use) {
        return switch (use) {
            case LOGGED -> Use.TEXT_LOGGED;
            case RECORDED -> Use.TEXT_RECORDED;
            case NONE, INSPECTED, TEXT_LOGGED, TEXT_RECORDED, PROPAGATED -> use;
        };
    }

    private static PathEnd thrown(Event.Call call, Holding argument, ThrowableEffect effect, Path path) {
        String name = call.method().name();
        if (argument.keepsException()
                && effect.thrown() != null
                && effect.thrown().keepsException()) {
            if (effect.thrown() == Holding.SELF) {
                path.closeInterrupt();
            }
            path.use(Use.PROPAGATED, call.at(), "thrown on by `" + name + "`");
            return new PathEnd(PathEnd.Kind.THROWS, path, effect.thrown(), call.at(), -1);
        }
        path.note(call.at(), "`" + name + "` throws a new exception without it");
        return new PathEnd(PathEnd.Kind.LOSES_CAUSE, path, Holding.TEXT, call.at(), -1);
    }
}
