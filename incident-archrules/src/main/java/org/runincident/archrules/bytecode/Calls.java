package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Thrown;
import org.runincident.flow.Value;

/** Calls and creations, as a person wrote them: without boxing, checks and arrays the compiler put in. */
final class Calls {
    private static final Set<String> BUILDERS = Set.of("java/lang/StringBuilder", "java/lang/StringBuffer");

    private final Frame frame;
    private final Operands operands;
    private final Dynamics dynamics;

    Calls(Frame frame, Operands operands) {
        this.frame = frame;
        this.operands = operands;
        this.dynamics = new Dynamics(frame, operands);
    }

    void dynamic(int index, InvokeDynamicInsnNode insn) {
        dynamics.call(index, insn);
    }

    void call(int index, MethodInsnNode insn) {
        Type[] types = Type.getArgumentTypes(insn.desc);
        List<Operand> arguments = frame.state.pop(types.length);
        Operand receiver = insn.getOpcode() == INVOKESTATIC ? null : frame.state.pop();
        if (Compilers.isCheck(frame.code, index, insn)) {
            if (!insn.desc.endsWith(")V")) {
                frame.state.push(arguments.get(0)); // the next instruction drops it
            }
            return;
        }
        if (Compilers.isBoxing(insn)) {
            box(insn, receiver == null ? arguments.get(0) : receiver);
        } else if (insn.name.equals("<init>")) {
            construct(index, insn, receiver, arguments);
        } else if (receiver != null && receiver.pending() instanceof Operand.Joining joining) {
            append(index, insn, receiver, joining, arguments);
        } else if (receiver != null && insn.name.equals("ordinal") && insn.desc.equals("()I")) {
            TypeName owner = frame.body.context.internal(insn.owner);
            frame.state.push(
                    Operand.of(new Operand.Ordinal(operands.value(receiver), owner), TypeName.INT, receiver.line()));
        } else if (insn.name.startsWith("$SWITCH_TABLE$")) {
            frame.state.push(Operand.of(
                    new Operand.VariantTable(operands.table(insn.owner, insn.name)),
                    TypeName.UNKNOWN,
                    frame.code.line(index)));
        } else if (!isSuppression(insn, receiver, arguments)) {
            plain(index, insn, receiver, arguments, types);
        }
    }

    /** {@code try} with resources adds what {@code close} threw to the exception in flight. */
    private static boolean isSuppression(MethodInsnNode insn, Operand receiver, List<Operand> arguments) {
        return insn.name.equals("addSuppressed")
                && receiver != null
                && receiver.pending() instanceof Operand.InFlight
                && arguments.get(0).pending() instanceof Operand.InFlight;
    }

    private void box(MethodInsnNode insn, Operand operand) {
        TypeName type = frame.body.context.type.names().ofReturn(insn.desc);
        Value value = Literals.fit(operand.value(), type);
        frame.state.push(new Operand(value, operand.pending(), operand.line()));
    }

    private void append(
            int index, MethodInsnNode insn, Operand receiver, Operand.Joining joining, List<Operand> arguments) {
        if (insn.name.equals("append") && arguments.size() == 1) {
            Type type = Type.getArgumentTypes(insn.desc)[0];
            joining.parts.add(Literals.fit(
                    operands.value(arguments.get(0)),
                    frame.body.context.type.names().of(type)));
            frame.state.push(receiver);
        } else if (insn.name.equals("toString")) {
            frame.state.push(Operand.of(operands.join(joining.parts, receiver.line()), receiver.line()));
        } else {
            plain(index, insn, receiver, arguments, Type.getArgumentTypes(insn.desc));
        }
    }

    private void plain(int index, MethodInsnNode insn, Operand receiver, List<Operand> arguments, Type[] types) {
        KotlinDefaults.Call whole = KotlinDefaults.of(frame.body.context, insn, arguments, types);
        if (whole != null) {
            emit(index, insn, whole.receiver(), whole.arguments(), whole.types(), whole.method(), whole.name());
            return;
        }
        TypeName owner = frame.body.context.internal(insn.owner);
        DeclaredMethod method = frame.body
                .context
                .declarations
                .method(owner, insn.name, insn.desc)
                .orElse(null);
        emit(index, insn, receiver, arguments, types, method, insn.name);
    }

    private void emit(
            int index,
            MethodInsnNode insn,
            Operand receiver,
            List<Operand> arguments,
            Type[] types,
            DeclaredMethod method,
            String name) {
        int line = frame.code.line(index);
        TypeName owner = frame.body.context.internal(insn.owner);
        MethodDeclaration declaration = method == null ? null : method.declaration();
        MethodRef ref = new MethodRef(owner, name, declaration);
        int first = receiver == null ? line : first(index, receiver);
        Span at = frame.at(first, index, "call " + insn.owner + name + insn.desc);
        Span nameAt = new Span(line, at.column(), line, at.column());
        Value on = receiver == null ? null : operands.value(receiver);
        List<Value> values = arguments(arguments, types, declaration, new Functions.Callee(ref, nameAt));
        Value.Temp result = frame.body.graph.temp(resultType(index, insn, method));
        boolean isVoid = insn.desc.endsWith(")V");
        frame.body.emit(new Event.Call(result, on, ref, values, !isVoid && !operands.isDropped(index), at, nameAt));
        frame.catches.mayThrow(index, Thrown.by(ref));
        if (!isVoid) {
            frame.state.push(Operand.of(result, first));
        }
    }

    /**
     * The line where a call's receiver stands. Reading a variable has the line of its statement, which may begin above: at the
     * name of the variable that is going to be set.
     */
    private int first(int index, Operand receiver) {
        boolean isSelf = receiver.value().equals(frame.body.receiver);
        boolean isStored = receiver.value() instanceof Value.Variable
                && (frame.code.isStore(index + 1)
                        || frame.code.opcode(index + 1) == PUTFIELD
                        || frame.code.opcode(index + 1) == PUTSTATIC);
        return isSelf || isStored ? frame.code.line(index) : receiver.line();
    }

    /** Values of arguments; those of a variable number stand apart, as they were written. */
    private List<Value> arguments(
            List<Operand> given, Type[] types, MethodDeclaration declaration, Functions.Callee callee) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            boolean last = i == given.size() - 1;
            if (last
                    && declaration != null
                    && declaration.varargs()
                    && given.get(i).pending() instanceof Operand.Filling spread) {
                values.addAll(spread.elements);
            } else {
                Value value = operands.value(given.get(i), callee, i);
                values.add(Literals.fit(value, frame.body.context.type.names().of(types[i])));
            }
        }
        return values;
    }

    /** What a generic method returns is known by the cast behind the call. */
    private TypeName resultType(int index, MethodInsnNode insn, DeclaredMethod method) {
        TypeName declared = frame.body.context.type.names().ofReturn(insn.desc);
        boolean open = method == null ? declared.equals(TypeName.OBJECT) : method.genericResult();
        return open && frame.code.opcode(index + 1) == CHECKCAST
                ? frame.body.context.internal(((TypeInsnNode) frame.code.at(index + 1)).desc)
                : declared;
    }

    private void construct(int index, MethodInsnNode insn, Operand receiver, List<Operand> arguments) {
        if (receiver.pending() instanceof Operand.Fresh fresh) {
            Optional<Operand> closure = GroovyClosures.made(frame.body.context, fresh, receiver.line());
            if (closure.isPresent()) {
                frame.state.replace(fresh, closure.get());
            } else if (BUILDERS.contains(insn.owner) && joins(index, insn)) {
                Operand.Joining joining = new Operand.Joining();
                if (!arguments.isEmpty()) {
                    joining.parts.add(operands.value(arguments.get(0)));
                }
                frame.state.replace(fresh, Operand.of(joining, fresh.type, receiver.line()));
            } else {
                create(index, insn, fresh, receiver.line(), arguments);
            }
            return;
        }
        Type[] types = Type.getArgumentTypes(insn.desc);
        TypeName owner = frame.body.context.internal(insn.owner);
        Written written = written(owner, insn.desc, arguments, types);
        emit(index, insn, receiver, written.arguments, written.types, written.method, "<init>");
    }

    /** Whether a builder is only there to put one text together. */
    private boolean joins(int index, MethodInsnNode insn) {
        int next = frame.code.opcode(index + 1);
        return (insn.desc.equals("()V") || insn.desc.equals("(Ljava/lang/String;)V"))
                && next != ASTORE
                && next != PUTFIELD
                && next != ARETURN
                && next != INVOKESPECIAL;
    }

    /** Arguments of a constructor without those the compiler added. */
    private record Written(List<Operand> arguments, Type[] types, DeclaredMethod method) {}

    private Written written(TypeName owner, String descriptor, List<Operand> arguments, Type[] types) {
        DeclaredMethod method = frame.body
                .context
                .declarations
                .method(owner, "<init>", descriptor)
                .orElse(null);
        int before = method == null ? 0 : method.hiddenBefore();
        int end = arguments.size() - (method == null ? 0 : method.hiddenAfter());
        return new Written(
                arguments.subList(before, Math.max(before, end)),
                java.util.Arrays.copyOfRange(types, before, Math.max(before, end)),
                method);
    }

    private void create(int index, MethodInsnNode insn, Operand.Fresh fresh, int line, List<Operand> arguments) {
        Type[] types = Type.getArgumentTypes(insn.desc);
        Written written = written(fresh.type, insn.desc, arguments, types);
        TypeName type = fresh.type;
        MethodDeclaration declaration = written.method == null ? null : written.method.declaration();
        Optional<TypeName> base = anonymousBase(fresh);
        if (base.isPresent()) {
            type = base.get();
            declaration = null;
        }
        KotlinDefaults.Call whole = KotlinDefaults.ofConstructor(frame.body.context, insn, arguments, types);
        if (whole != null) {
            written = new Written(whole.arguments(), whole.types(), whole.method());
            declaration = whole.method().declaration();
        }
        MethodRef ref = new MethodRef(type, "<init>", declaration);
        int from = line > 0 ? line : frame.code.line(index);
        Span at = frame.body.positions.at(from, "new " + insn.owner + insn.desc);
        if (base.isPresent()) {
            at = withBody(at, fresh);
        }
        List<Value> values = arguments(written.arguments, written.types, declaration, new Functions.Callee(ref, at));
        Value.Temp made = frame.body.graph.temp(type);
        frame.state.replace(fresh, Operand.of(made, from));
        frame.body.emit(new Event.Create(made, ref, values, at));
        frame.catches.mayThrow(index, Thrown.by(ref));
    }

    /** An anonymous class is written inside of the expression that makes its one object. */
    private Span withBody(Span at, Operand.Fresh fresh) {
        int last = frame.body.context.declarations.compiled(fresh.internal).stream()
                .flatMap(type -> type.node().methods.stream())
                .mapToInt(method -> DeclarationReader.lines(method).endLine())
                .max()
                .orElse(at.endLine());
        return new Span(at.line(), 0, Math.max(at.endLine(), last), Integer.MAX_VALUE);
    }

    /** What an anonymous class extends or implements: that is what was written behind {@code new}. */
    private Optional<TypeName> anonymousBase(Operand.Fresh fresh) {
        String simple = fresh.internal.substring(fresh.internal.lastIndexOf('$') + 1);
        if (simple.isEmpty() || !simple.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return frame.body
                .context
                .declarations
                .declared(fresh.type)
                .map(t -> t.declaration().supertypes())
                .map(above -> above.isEmpty() ? TypeName.OBJECT : above.get(above.size() - 1));
    }
}
