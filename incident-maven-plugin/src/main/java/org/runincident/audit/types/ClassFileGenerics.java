package org.runincident.audit.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.runincident.audit.types.Generics.Signature;
import org.runincident.code.TypeName;

/** Reads generic signatures of class files. A signature that is damaged gives nothing. */
final class ClassFileGenerics {
    private static final int API = Opcodes.ASM9;

    private final Function<String, TypeName> names;
    private final Map<String, TypeName> bounds = new HashMap<>();

    /** @param names gives the name of a class of that internal name */
    ClassFileGenerics(Function<String, TypeName> names) {
        this.names = names;
    }

    /** Type parameters and supertypes of a class. */
    record OfClass(List<String> parameters, List<GenericType> supertypes) {}

    OfClass ofClass(String signature) {
        Formals formals = new Formals();
        read(signature, formals);
        bounds.putAll(formals.declared);
        return new OfClass(
                List.copyOf(formals.declared.keySet()),
                formals.supertypes.stream()
                        .filter(t -> !t.arguments().isEmpty())
                        .toList());
    }

    /** @param signature null for a method that is not generic */
    Signature ofMethod(String signature) {
        if (signature == null) {
            return null;
        }
        Formals formals = new Formals();
        read(signature, formals);
        return formals.returned.isEmpty()
                ? null
                : new Signature(List.copyOf(formals.declared.keySet()), formals.parameters, formals.returned.get(0));
    }

    /** @param signature null for a field that is not generic */
    GenericType ofField(String signature) {
        if (signature == null) {
            return null;
        }
        List<GenericType> type = new ArrayList<>();
        try {
            new SignatureReader(signature).acceptType(new OneType(type::add, Map.of()));
        } catch (RuntimeException e) {
            // A damaged signature says as little as none: the raw type is known from the descriptor.
            return null;
        }
        return type.isEmpty() ? null : type.get(0);
    }

    private static void read(String signature, SignatureVisitor into) {
        try {
            new SignatureReader(signature).accept(into);
        } catch (RuntimeException e) {
            return; // what was read until here is what there is
        }
    }

    private final class Formals extends SignatureVisitor {
        private final Map<String, TypeName> declared = new java.util.LinkedHashMap<>();
        private final List<GenericType> supertypes = new ArrayList<>();
        private final List<GenericType> parameters = new ArrayList<>();
        private final List<GenericType> returned = new ArrayList<>();
        private String current = "";

        Formals() {
            super(API);
        }

        @Override
        public void visitFormalTypeParameter(String name) {
            current = name;
            declared.put(name, TypeName.OBJECT);
        }

        private SignatureVisitor bound() {
            String name = current;
            return new OneType(
                    bound -> {
                        if (declared.get(name).equals(TypeName.OBJECT)) {
                            declared.put(name, bound.erased());
                        }
                    },
                    declared);
        }

        @Override
        public SignatureVisitor visitClassBound() {
            return bound();
        }

        @Override
        public SignatureVisitor visitInterfaceBound() {
            return bound();
        }

        @Override
        public SignatureVisitor visitSuperclass() {
            return new OneType(supertypes::add, declared);
        }

        @Override
        public SignatureVisitor visitInterface() {
            return new OneType(supertypes::add, declared);
        }

        @Override
        public SignatureVisitor visitParameterType() {
            return new OneType(parameters::add, declared);
        }

        @Override
        public SignatureVisitor visitReturnType() {
            return new OneType(returned::add, declared);
        }
    }

    /** Takes in one type and hands it on when it is whole. */
    private final class OneType extends SignatureVisitor {
        private final Consumer<GenericType> whole;
        private final Map<String, TypeName> nearer;
        private final List<GenericType> arguments = new ArrayList<>();
        private String internalName = "";

        OneType(Consumer<GenericType> whole, Map<String, TypeName> nearer) {
            super(API);
            this.whole = whole;
            this.nearer = nearer;
        }

        @Override
        public void visitBaseType(char descriptor) {
            whole.accept(GenericType.of(
                    TypeName.resolved(Type.getType(String.valueOf(descriptor)).getClassName())));
        }

        @Override
        public void visitTypeVariable(String name) {
            TypeName bound = nearer.getOrDefault(name, bounds.getOrDefault(name, TypeName.OBJECT));
            whole.accept(GenericType.variable(name, bound));
        }

        @Override
        public SignatureVisitor visitArrayType() {
            return new OneType(element -> whole.accept(GenericType.arrayOf(element)), nearer);
        }

        @Override
        public void visitClassType(String name) {
            internalName = name;
        }

        @Override
        public void visitInnerClassType(String name) {
            internalName = internalName + "$" + name;
            arguments.clear();
        }

        @Override
        public void visitTypeArgument() {
            arguments.add(GenericType.of(TypeName.OBJECT));
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new OneType(arguments::add, nearer);
        }

        @Override
        public void visitEnd() {
            whole.accept(new GenericType(names.apply(internalName), arguments, ""));
        }
    }
}
