package org.runincident.archrules.bytecode;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.runincident.code.TypeName;

/**
 * Names of types as people write them. A nested class is named by the table of the class file, or where that is silent by its
 * {@code $}; anonymous and local classes keep the {@code $} of their file.
 */
final class TypeNames {
    private final Map<String, String> nested = new HashMap<>();
    private final Map<String, TypeName> byInternal = new ConcurrentHashMap<>();

    /** By descriptors of types; by those of methods, which begin with a parenthesis, what they return. */
    private final Map<String, TypeName> byDescriptor = new ConcurrentHashMap<>();

    TypeNames(ClassNode node) {
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.outerName != null && inner.innerName != null) {
                nested.put(inner.name, inner.outerName + "." + inner.innerName);
            }
        }
    }

    TypeName of(Type type) {
        if (type.getSort() == Type.ARRAY) {
            return TypeName.resolved(of(type.getElementType()).text() + "[]".repeat(type.getDimensions()));
        }
        return type.getSort() == Type.OBJECT
                ? ofInternal(type.getInternalName())
                : TypeName.resolved(type.getClassName());
    }

    TypeName ofDescriptor(String descriptor) {
        TypeName known = byDescriptor.get(descriptor);
        if (known == null) {
            known = of(Type.getType(descriptor));
            byDescriptor.put(descriptor, known);
        }
        return known;
    }

    /** What a method of a descriptor returns. */
    TypeName ofReturn(String methodDescriptor) {
        TypeName known = byDescriptor.get(methodDescriptor);
        if (known == null) {
            known = of(Type.getReturnType(methodDescriptor));
            byDescriptor.put(methodDescriptor, known);
        }
        return known;
    }

    /** The type of an internal name, as instructions have it: a class, or the descriptor of an array. */
    TypeName ofInternal(String internal) {
        if (internal.startsWith("[")) {
            return ofDescriptor(internal);
        }
        TypeName known = byInternal.get(internal);
        if (known == null) {
            known = name(internal);
            byInternal.put(internal, known);
        }
        return known;
    }

    private TypeName name(String internal) {
        String path = internal;
        String suffix = "";
        for (int i = 0; i < nested.size() + 1 && nested.containsKey(path); i++) {
            String outerAndInner = nested.get(path);
            int dot = outerAndInner.lastIndexOf('.');
            suffix = outerAndInner.substring(dot) + suffix;
            path = outerAndInner.substring(0, dot);
        }
        return TypeName.resolved(dotted(path) + suffix);
    }

    private static String dotted(String internal) {
        String plain = internal.replace('/', '.');
        if (plain.indexOf('$') < 0) {
            return plain;
        }
        int from = plain.lastIndexOf('.') + 1;
        StringBuilder text = new StringBuilder(plain);
        for (int i = from + 1; i < plain.length() - 1; i++) {
            boolean parts = plain.charAt(i) == '$' && plain.charAt(i - 1) != '$';
            if (parts && Character.isUpperCase(plain.charAt(i + 1))) {
                text.setCharAt(i, '.');
            }
        }
        return text.toString();
    }

    /** The simple name of the type a descriptor names, as annotations are known by. */
    static String simple(String descriptor) {
        String name = Type.getType(descriptor).getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
