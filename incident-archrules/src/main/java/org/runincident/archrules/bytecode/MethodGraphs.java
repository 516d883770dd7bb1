package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.ErrorCallbacks;
import org.runincident.flow.ErrorMethods;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/** The event graphs of all bodies in a class file. */
final class MethodGraphs {
    private final ClassContext context;
    private final Consumer<String> problems;
    private final List<EventGraph> graphs = new ArrayList<>();

    private MethodGraphs(ClassContext context, Consumer<String> problems) {
        this.context = context;
        this.problems = problems;
    }

    /**
     * The graphs of a class, by the lines of their methods. Never fails: a body that cannot be read is left out.
     *
     * @param problems takes a sentence for each that is
     */
    static List<EventGraph> of(ClassContext context, Consumer<String> problems) {
        MethodGraphs reading = new MethodGraphs(context, problems);
        if (!context.type.isSynthetic() && !GroovyClosures.isSpliced(context.type)) {
            context.type.node().methods.forEach(reading::read);
        }
        reading.graphs.sort(Comparator.comparing((EventGraph g) -> g.method().at())
                .thenComparing(g -> g.method().key()));
        return List.copyOf(reading.graphs);
    }

    private void read(MethodNode method) {
        boolean written = (method.access & (ACC_SYNTHETIC | ACC_BRIDGE | ACC_ABSTRACT | ACC_NATIVE)) == 0;
        if (!written || method.instructions.size() == 0) {
            return;
        }
        try {
            body(method);
        } catch (RuntimeException | StackOverflowError unexpected) {
            problems.accept(context.type.name().simple() + "#" + method.name + " could not be read: " + unexpected);
        }
    }

    private void body(MethodNode method) {
        Code code = new Code(method);
        Optional<DeclaredMethod> declared = context.declarations.method(context.type.name(), method.name, method.desc);
        if (method.name.equals("<clinit>")) {
            add(code, initializer("<clinit>", true, code, 0, code.size()), 0, code.size());
            return;
        }
        if (declared.isEmpty()) {
            return;
        }
        FieldInitializers fields = FieldInitializers.of(code, context.type.node().name);
        if (fields.isPresent() && FieldInitializers.isFirst(context.type.node(), method)) {
            add(code, initializer("<fields>", false, code, fields.from(), fields.to()), fields.from(), fields.to());
        }
        MethodDeclaration declaration = declared.get().declaration();
        graphs.add(graph(code, declaration, declared.get().hiddenBefore(), fields));
    }

    private void add(Code code, MethodDeclaration declaration, int from, int to) {
        if (from < to) {
            Body body = new Body(context, declaration.isStatic());
            Frame frame = new Frame(body, code, null, -1, -1).within(from, to);
            if (!declaration.isStatic()) {
                frame.bind(0, Operand.of(body.receiver, 0));
            }
            frame.run();
            IfChains.describe(body);
            graphs.add(body.graph.build(context.type.file(), declaration, body.receiver, List.of()));
        }
    }

    private EventGraph graph(Code code, MethodDeclaration declaration, int hidden, FieldInitializers fields) {
        Body body = new Body(context, declaration.isStatic());
        Frame frame = new Frame(body, code, null, -1, -1);
        List<Value.Variable> parameters = new ArrayList<>();
        int slot = 0;
        if (!declaration.isStatic()) {
            frame.bind(slot++, Operand.of(body.receiver, 0));
        }
        Type[] types = Type.getArgumentTypes(code.method.desc);
        for (int i = 0; i < types.length; i++) {
            int written = i - hidden;
            if (written >= 0 && written < declaration.parameters().size()) {
                ParameterDeclaration parameter = declaration.parameters().get(written);
                Value.Variable variable = body.graph.variable(parameter.name(), parameter.type(), Value.Role.PARAMETER);
                parameters.add(variable);
                frame.bind(slot, Operand.of(variable, 0));
            } else {
                frame.bind(slot, Operand.of(hidden(body, code, slot, types[i]), 0));
            }
            slot += types[i].getSize();
        }
        frame.without(fields.from(), fields.to());
        int failure = failure(code, declaration);
        if (failure < 0) {
            frame.run();
        } else {
            handle(body, frame, declaration, parameters.get(failure));
        }
        IfChains.describe(body);
        return body.graph.build(context.type.file(), declaration, body.receiver, parameters);
    }

    /** Which parameter is a failure that the method handles; -1 for none. */
    private int failure(Code code, MethodDeclaration method) {
        List<TypeName> given =
                method.parameters().stream().map(ParameterDeclaration::type).toList();
        if (given.stream().noneMatch(ErrorCallbacks::isThrowable)) {
            return -1; // before all types above are asked
        }
        boolean empty = code.size() <= 1 && method.returnType().equals(TypeName.VOID);
        return ErrorMethods.throwableParameter(
                method.name(),
                context.type.isAnonymous(),
                overrides(method),
                empty ? ErrorMethods.Body.EMPTY : ErrorMethods.Body.WRITTEN,
                given);
    }

    /** Whether a type above declares the method, too. */
    private boolean overrides(MethodDeclaration method) {
        return context.declarations.lineage(context.type.name()).stream()
                .skip(1)
                .flatMap(type -> type.methods().stream())
                .anyMatch(other -> other.name().equals(method.name())
                        && other.parameters().size() == method.parameters().size());
    }

    /** A method whose whole body handles a failure that it is given. */
    private void handle(Body body, Frame frame, MethodDeclaration method, Value.Variable failure) {
        int id = body.graph.reserveHandler();
        int entry = frame.newBlock();
        body.goTo(entry);
        body.resumeAt(entry);
        int head = context.source.head(method.name(), method.at().line());
        Span at = Span.ofLine(head > 0 ? head : method.at().line());
        body.emit(new Event.Caught(failure, id, at));
        frame.run();
        Set<Integer> blocks = new TreeSet<>(frame.blocksIn(i -> true));
        blocks.add(entry);
        body.graph.handler(new Handler(
                id,
                Handler.Kind.CALLBACK,
                List.of(failure.type()),
                failure,
                entry,
                blocks,
                Set.of(),
                new MethodRef(context.type.name(), method.name(), null),
                context.source.comments(at.line(), method.at().endLine()),
                context.source.documentation(at.line()),
                frame.code.size() <= 1,
                at,
                method.at()));
    }

    /** A parameter the compiler added: the instance around this one, or a captured variable. */
    private Value hidden(Body body, Code code, int slot, Type type) {
        LocalVariableNode named = code.variable(0, slot);
        TypeName of = context.type.names().of(type);
        String name = named == null ? "" : named.name;
        if (name.startsWith("val$")) {
            return body.captured(name.substring("val$".length()), of);
        }
        return name.startsWith("this$") ? body.captured(of.simple() + ".this", of) : new Value.Unknown(of);
    }

    private MethodDeclaration initializer(String name, boolean isStatic, Code code, int from, int to) {
        int first = 0;
        int last = 0;
        for (int i = from; i < to; i++) {
            first = first == 0 ? code.line(i) : Math.min(first, code.line(i));
            last = Math.max(last, code.line(i));
        }
        return new MethodDeclaration(
                new MethodKey(context.type.name().text(), name, List.of()),
                TypeName.VOID,
                List.of(),
                List.of(),
                isStatic,
                false,
                true,
                false,
                Set.of(),
                new Span(first, 0, last, 0));
    }
}
