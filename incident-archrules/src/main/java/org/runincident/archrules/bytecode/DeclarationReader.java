package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;

/** Reads what one class file declares. */
final class DeclarationReader {
    private final CompiledClass type;
    private final ClassNode node;
    private final boolean own;

    private DeclarationReader(CompiledClass type, boolean own) {
        this.type = type;
        this.node = type.node();
        this.own = own;
    }

    /** @param own whether it is one of the classes that are judged, rather than one of a library */
    static DeclaredType read(CompiledClass type, boolean own) {
        return new DeclarationReader(type, own).read();
    }

    private DeclaredType read() {
        Map<String, DeclaredMethod> methods = new LinkedHashMap<>();
        Span at = Span.NONE;
        for (MethodNode method : node.methods) {
            Span lines = own ? lines(method) : Span.NONE;
            if (lines.line() > 0 && (at.line() == 0 || lines.line() < at.line())) {
                at = Span.ofLine(lines.line());
            }
            if ((method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0
                    && !method.name.equals("<clinit>")) {
                methods.put(method.name + method.desc, method(method, lines));
            }
        }
        return new DeclaredType(declaration(methods, at), methods, genericFields());
    }

    private TypeDeclaration declaration(Map<String, DeclaredMethod> methods, Span at) {
        List<TypeName> permitted = Objects.requireNonNullElse(node.permittedSubclasses, List.<String>of()).stream()
                .map(type.names()::ofInternal)
                .toList();
        return new TypeDeclaration(
                type.name(),
                kind(),
                (node.access & Opcodes.ACC_ABSTRACT) != 0,
                !permitted.isEmpty(),
                supertypes(node).map(type.names()::ofInternal).toList(),
                constants(),
                permitted,
                components(),
                fields(),
                methods.values().stream().map(DeclaredMethod::declaration).toList(),
                annotations(node.visibleAnnotations, node.invisibleAnnotations),
                own ? type.file() : "",
                at);
    }

    /** Internal names of the direct supertypes, the superclass first. */
    static Stream<String> supertypes(ClassNode node) {
        Stream<String> parent = node.superName == null || node.superName.equals("java/lang/Object")
                ? Stream.of()
                : Stream.of(node.superName);
        return Stream.concat(parent, node.interfaces.stream());
    }

    private TypeKind kind() {
        if ((node.access & Opcodes.ACC_ANNOTATION) != 0) {
            return TypeKind.ANNOTATION;
        }
        if (type.isInterface()) {
            return TypeKind.INTERFACE;
        }
        if (type.isEnum()) {
            return TypeKind.ENUM;
        }
        return (node.access & Opcodes.ACC_RECORD) != 0 ? TypeKind.RECORD : TypeKind.CLASS;
    }

    private List<ParameterDeclaration> components() {
        return node.recordComponents == null
                ? List.of()
                : node.recordComponents.stream()
                        .map(c -> new ParameterDeclaration(c.name, type.names().ofDescriptor(c.descriptor)))
                        .toList();
    }

    private List<FieldDeclaration> fields() {
        List<FieldDeclaration> fields = new ArrayList<>();
        for (FieldNode field : node.fields) {
            if ((field.access & Opcodes.ACC_SYNTHETIC) == 0) {
                boolean isStatic = (field.access & Opcodes.ACC_STATIC) != 0;
                boolean isFinal = (field.access & Opcodes.ACC_FINAL) != 0;
                fields.add(new FieldDeclaration(
                        field.name,
                        type.names().ofDescriptor(field.desc),
                        isStatic,
                        isFinal,
                        isStatic && isFinal && field.value instanceof String text ? text : null,
                        annotations(field.visibleAnnotations, field.invisibleAnnotations)));
            }
        }
        return fields;
    }

    private Set<String> genericFields() {
        Set<String> names = new HashSet<>();
        node.fields.stream()
                .filter(f -> f.signature != null && f.signature.startsWith("T"))
                .forEach(f -> names.add(f.name));
        return names;
    }

    private List<ConstantDeclaration> constants() {
        Map<String, ConstantDeclaration> made = own ? ConstantArguments.of(node) : Map.of();
        List<ConstantDeclaration> constants = new ArrayList<>();
        for (FieldNode field : node.fields) {
            int wanted = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
            boolean constant = type.isEnum()
                    ? (field.access & Opcodes.ACC_ENUM) != 0
                    : (field.access & wanted) == wanted && field.desc.equals("L" + node.name + ";");
            if (constant) {
                constants.add(made.getOrDefault(field.name, new ConstantDeclaration(field.name, List.of(), Span.NONE)));
            }
        }
        return constants;
    }

    private DeclaredMethod method(MethodNode method, Span lines) {
        Type[] types = Type.getArgumentTypes(method.desc);
        int before = method.name.equals("<init>") ? hiddenBefore(method, types) : 0;
        int after = method.name.equals("<init>") ? hiddenAfter(types.length - before) : 0;
        List<ParameterDeclaration> parameters = new ArrayList<>();
        List<String> simple = new ArrayList<>();
        String[] names = parameterNames(method, types);
        for (int i = before; i < types.length - after; i++) {
            TypeName of = type.names().of(types[i]);
            simple.add(of.simple());
            parameters.add(new ParameterDeclaration(names[i] == null ? "arg" + (i - before) : names[i], of));
        }
        boolean generic = method.signature != null && method.signature.contains(")T");
        MethodDeclaration declaration = new MethodDeclaration(
                new MethodKey(type.name().text(), method.name, simple),
                type.names().of(Type.getReturnType(method.desc)),
                parameters,
                method.exceptions.stream().map(type.names()::ofInternal).toList(),
                (method.access & Opcodes.ACC_STATIC) != 0,
                (method.access & Opcodes.ACC_ABSTRACT) != 0,
                (method.access & Opcodes.ACC_PRIVATE) != 0,
                (method.access & Opcodes.ACC_VARARGS) != 0,
                annotations(method.visibleAnnotations, method.invisibleAnnotations),
                lines);
        return new DeclaredMethod(declaration, generic, before, after);
    }

    private int hiddenBefore(MethodNode method, Type[] types) {
        if (type.isEnum()) {
            return method.desc.startsWith("(Ljava/lang/String;I") ? 2 : 0;
        }
        String around = around();
        boolean inner = !around.isEmpty()
                && types.length > 0
                && types[0].getSort() == Type.OBJECT
                && types[0].getInternalName().equals(around);
        return inner ? 1 : 0;
    }

    /** The class whose instance is around every instance of this one; empty when there is none. */
    private String around() {
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.name.equals(node.name) && (inner.access & Opcodes.ACC_STATIC) == 0 && !type.isInterface()) {
                boolean holdsIt = node.fields.stream().anyMatch(f -> f.name.startsWith("this$"));
                return inner.outerName != null ? inner.outerName : holdsIt ? node.outerClass : "";
            }
        }
        return "";
    }

    private int hiddenAfter(int written) {
        long captured =
                node.fields.stream().filter(f -> f.name.startsWith("val$")).count();
        return (int) Math.min(captured, written);
    }

    private static String[] parameterNames(MethodNode method, Type[] types) {
        String[] names = new String[types.length];
        if (method.parameters != null && method.parameters.size() == types.length) {
            for (int i = 0; i < names.length; i++) {
                names[i] = method.parameters.get(i).name;
            }
        }
        if (method.localVariables != null) {
            int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
            for (int i = 0; i < types.length; i++) {
                for (LocalVariableNode variable : method.localVariables) {
                    if (names[i] == null && variable.index == slot && variable.desc.equals(types[i].getDescriptor())) {
                        names[i] = variable.name;
                    }
                }
                slot += types[i].getSize();
            }
        }
        return names;
    }

    /** First to last line of its code. */
    static Span lines(MethodNode method) {
        int first = 0;
        int last = 0;
        for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
            if (insn instanceof LineNumberNode line) {
                first = first == 0 ? line.line : Math.min(first, line.line);
                last = Math.max(last, line.line);
            }
        }
        return first == 0 ? Span.NONE : new Span(first, 0, last, 0);
    }

    private static Set<String> annotations(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        Set<String> names = new HashSet<>();
        Stream.of(visible, invisible)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(a -> names.add(TypeNames.simple(a.desc)));
        return names;
    }
}
