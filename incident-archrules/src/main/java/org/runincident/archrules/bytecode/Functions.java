package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Edge;
import org.runincident.flow.ErrorCallbacks;
import org.runincident.flow.Event;
import org.runincident.flow.Handler;
import org.runincident.flow.Lambda;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/** Function objects: lambdas are spliced in where they are handed over, references to methods stay references. */
final class Functions {
    private static final int DEEPEST = 30;

    private final Frame frame;
    private final Operands operands;

    /** The call a function object is handed to. */
    record Callee(MethodRef method, Span nameAt) {}

    Functions(Frame frame, Operands operands) {
        this.frame = frame;
        this.operands = operands;
    }

    /** @param callee the call it is handed to as that argument; null for none */
    Value make(Operand.Function function, int line, Callee callee, int argument) {
        Optional<MethodNode> own = lambda(function.body());
        if (own.isPresent() && frame.depth() < DEEPEST) {
            return splice(own.get(), function, line, callee, argument);
        }
        return reference(function);
    }

    /** The method that holds the body of a lambda of this class, or of a closure; empty for methods somebody wrote. */
    private Optional<MethodNode> lambda(Handle handle) {
        boolean named = handle.getName().contains("lambda$") || handle.getName().contains("$lambda");
        return handle.getOwner().equals(frame.body.context.type.node().name) && named
                ? frame.body.context.method(handle.getName(), handle.getDesc())
                : GroovyClosures.body(frame.body.context, handle);
    }

    private Value reference(Operand.Function function) {
        Handle handle = function.body();
        TypeName owner = frame.body.context.internal(handle.getOwner());
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        boolean isNew = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        Value receiver = !isStatic && !isNew && !function.captured().isEmpty()
                ? operands.value(function.captured().get(0))
                : null;
        MethodRef method = new MethodRef(
                owner,
                handle.getName(),
                frame.body
                        .context
                        .declarations
                        .method(owner, handle.getName(), handle.getDesc())
                        .map(DeclaredMethod::declaration)
                        .orElse(null));
        return new Value.MethodReference(receiver, method, TypeName.UNKNOWN);
    }

    private Value splice(MethodNode method, Operand.Function function, int line, Callee callee, int argument) {
        Body body = frame.body;
        int id = body.graph.reserveLambda();
        int entry = frame.newBlock();
        int exit = frame.newBlock();
        body.graph.connect(body.block(), Edge.branch(entry, null));
        body.graph.connect(body.block(), Edge.branch(exit, null));
        body.resumeAt(entry);
        Frame inner = new Frame(body, new Code(method), frame, id, exit);
        Type[] types = Type.getArgumentTypes(method.desc);
        List<Operand> captured = function.captured();
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        int slot = 0;
        int next = 0;
        if (!isStatic) {
            inner.bind(slot++, captured.get(next++));
        }
        int written = types.length - (captured.size() - next);
        int throwable = callee == null
                ? -1
                : throwable(function, types, written, callee.method(), argument, inner.code.size() <= 1);
        List<Value.Variable> parameters = new ArrayList<>();
        Value.Variable exception = null;
        for (Type type : types) {
            if (next < captured.size()) {
                inner.bind(slot, captured.get(next++));
            } else {
                Value.Variable parameter = parameter(inner.code, slot, type, parameters.size());
                inner.bind(slot, Operand.of(parameter, line));
                if (parameters.size() == throwable) {
                    exception = parameter;
                } else {
                    body.copy(parameter, new Value.Unknown(parameter.type()), body.positions.at(line, "parameter"));
                }
                parameters.add(parameter);
            }
            slot += type.getSize();
        }
        State outside = frame.state;
        if (exception == null) {
            inner.run();
        } else {
            handle(inner, exception, callee);
        }
        frame.state = outside;
        body.resumeAt(exit);
        body.graph.lambda(new Lambda(id, parameters, entry, exit, lines(inner.code)));
        return new Value.LambdaBody(id, TypeName.UNKNOWN);
    }

    private int throwable(
            Operand.Function function, Type[] types, int written, MethodRef callee, int argument, boolean empty) {
        int named = ErrorCallbacks.throwableParameter(callee.name(), argument, written);
        boolean givesNothing = function.interfaceMethod() != null
                && function.interfaceMethod().getReturnType().equals(Type.VOID_TYPE);
        return named >= 0 || ErrorCallbacks.isKnown(callee.name()) || !givesNothing
                ? named
                : ErrorCallbacks.throwableLast(
                        callee.name(),
                        Arrays.stream(types)
                                .skip(types.length - written)
                                .map(frame.body.context.type.names()::of)
                                .toList(),
                        empty);
    }

    private Value.Variable parameter(Code code, int slot, Type type, int index) {
        LocalVariableNode named = code.size() == 0 ? null : code.variable(0, slot);
        return frame.body.graph.variable(
                named == null ? "arg" + index : named.name,
                frame.body.context.type.names().of(type),
                Value.Role.LOCAL);
    }

    private void handle(Frame inner, Value.Variable exception, Callee callee) {
        Body body = frame.body;
        int id = body.graph.reserveHandler();
        int entry = frame.newBlock();
        body.goTo(entry);
        body.resumeAt(entry);
        Span at = lines(inner.code);
        body.emit(new Event.Caught(exception, id, at));
        inner.run();
        Set<Integer> blocks = new TreeSet<>(inner.blocksIn(i -> true));
        blocks.add(entry);
        body.graph.handler(new Handler(
                id,
                Handler.Kind.CALLBACK,
                List.of(exception.type()),
                exception,
                entry,
                blocks,
                Set.of(),
                callee.method(),
                body.context.source.comments(Math.min(callee.nameAt().line(), at.line()), at.endLine()),
                "",
                inner.code.size() <= 1,
                callee.nameAt(),
                at));
    }

    private static Span lines(Code code) {
        return DeclarationReader.lines(code.method);
    }
}
