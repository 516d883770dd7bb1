package org.runincident.archrules.bytecode;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/**
 * Closures of Groovy. The compiler makes a class of each, named after the method around it, whose {@code doCall} is the body,
 * and casts the object to the function a Java method asks for.
 */
final class GroovyClosures {
    private static final String MARK = "org/codehaus/groovy/runtime/GeneratedClosure";
    private static final String BODY = "doCall";

    /** In the names of their classes: they are looked for at every {@code new} there is. */
    private static final String IN_METHOD = "$_";

    /** Arguments of a constructor that takes the object around the closure, and no variable of the method around it. */
    private static final String TAKES_NO_VARIABLES = "(Ljava/lang/Object;Ljava/lang/Object;)V";

    private GroovyClosures() {}

    /**
     * Whether a class is a closure whose body is spliced in where it is written. One that holds variables of the method around
     * it stays an object that is given them.
     */
    static boolean isSpliced(CompiledClass type) {
        return type.node().interfaces.contains(MARK)
                && type.node().methods.stream()
                        .filter(method -> method.name.equals("<init>"))
                        .allMatch(method -> method.desc.equals(TAKES_NO_VARIABLES));
    }

    /** A closure that is made, as a function object; empty for other classes. */
    static Optional<Operand> made(ClassContext context, Operand.Fresh fresh, int line) {
        return Optional.of(fresh.internal)
                .filter(name -> name.contains(IN_METHOD))
                .flatMap(context.declarations::compiled)
                .filter(GroovyClosures::isSpliced)
                .flatMap(GroovyClosures::body)
                .map(body -> Operand.of(
                        new Operand.Function(
                                new Handle(Opcodes.H_INVOKEVIRTUAL, fresh.internal, body.name, body.desc, false),
                                List.of(Operand.of(new Value.Unknown(fresh.type), line)),
                                Type.getMethodType(body.desc),
                                fresh.internal),
                        TypeName.UNKNOWN,
                        line));
    }

    /** The code of a closure's body. */
    static Optional<MethodNode> body(ClassContext context, Handle handle) {
        return context.declarations
                .compiled(handle.getOwner())
                .filter(GroovyClosures::isSpliced)
                .flatMap(GroovyClosures::body);
    }

    /** A closure without a parameter of its own has two: one that is called without {@code it} calls the other. */
    private static Optional<MethodNode> body(CompiledClass closure) {
        return closure.node().methods.stream()
                .filter(method -> method.name.equals(BODY) && (method.access & Opcodes.ACC_SYNTHETIC) == 0)
                .max(java.util.Comparator.comparingInt(method -> Type.getArgumentTypes(method.desc).length));
    }
}
