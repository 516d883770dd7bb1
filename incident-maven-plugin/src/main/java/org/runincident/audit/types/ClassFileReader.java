package org.runincident.audit.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;

/** Reads the declaration in one class file. Private members of jars matter to nobody and are left out. */
final class ClassFileReader extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    private static final int HIDDEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

    private final TypeName name;
    private final Map<String, String> nested = new HashMap<>();
    private final List<String> supertypes = new ArrayList<>();
    private final List<String> permitted = new ArrayList<>();
    private final Set<String> annotations = new HashSet<>();
    private final List<ConstantDeclaration> constants = new ArrayList<>();
    private final List<Supplier<ParameterDeclaration>> components = new ArrayList<>();
    private final List<Supplier<FieldDeclaration>> fields = new ArrayList<>();
    private final List<Supplier<MethodDeclaration>> methods = new ArrayList<>();
    private final ClassFileGenerics signatures = new ClassFileGenerics(this::typeName);
    private final Map<String, String> genericFields = new HashMap<>();
    private final List<MethodReader> readers = new ArrayList<>();
    private String signature;
    private String internalName = "";
    private int access;

    private ClassFileReader(TypeName name) {
        super(API);
        this.name = name;
    }

    /**
     * What a class file declares; null when it cannot be read.
     *
     * @param name the qualified name it was found by
     * @param bare whether it was compiled without names of variables, so that looking into its code is of no use
     */
    static ReadType read(TypeName name, byte[] bytes, boolean bare) {
        try {
            ClassFileReader reader = new ClassFileReader(name);
            new ClassReader(bytes).accept(reader, bare ? ClassReader.SKIP_CODE : ClassReader.SKIP_FRAMES);
            return new ReadType(reader.declaration(), reader.generics());
        } catch (RuntimeException e) {
            return null; // damaged, or of a Java that ASM does not know yet
        }
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.internalName = name;
        this.access = access;
        this.signature = signature;
        if (superName != null && !superName.equals("java/lang/Object")) {
            supertypes.add(superName);
        }
        supertypes.addAll(List.of(interfaces));
    }

    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access) {
        if (outerName != null && innerName != null) {
            nested.put(name, outerName + "." + innerName);
        }
        if (name.equals(internalName)) {
            this.access |= access & Opcodes.ACC_ABSTRACT;
        }
    }

    @Override
    public void visitPermittedSubclass(String permittedSubclass) {
        permitted.add(permittedSubclass);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(simpleName(descriptor));
        return null;
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
        components.add(() -> new ParameterDeclaration(name, typeName(Type.getType(descriptor))));
        return null;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        if ((access & HIDDEN) != 0) {
            return null;
        }
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        boolean isFinal = (access & Opcodes.ACC_FINAL) != 0;
        boolean own = kind() != TypeKind.ENUM || (access & Opcodes.ACC_ENUM) != 0;
        if (own && isStatic && isFinal && descriptor.equals("L" + internalName + ";")) {
            constants.add(new ConstantDeclaration(name, List.of(), Span.NONE));
        }
        if (signature != null) {
            genericFields.put(name, signature);
        }
        Set<String> found = new HashSet<>();
        String text = isStatic && isFinal && value instanceof String s ? s : null;
        fields.add(
                () -> new FieldDeclaration(name, typeName(Type.getType(descriptor)), isStatic, isFinal, text, found));
        return new FieldVisitor(API) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                found.add(simpleName(descriptor));
                return null;
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        if ((access & (HIDDEN | Opcodes.ACC_BRIDGE)) != 0 || name.equals("<clinit>")) {
            return null;
        }
        MethodReader reader = new MethodReader(access, name, descriptor, signature, exceptions);
        readers.add(reader);
        methods.add(reader::declaration);
        return reader;
    }

    private TypeDeclaration declaration() {
        return new TypeDeclaration(
                name,
                kind(),
                (access & Opcodes.ACC_ABSTRACT) != 0,
                !permitted.isEmpty(),
                supertypes.stream().map(this::typeName).toList(),
                constants,
                permitted.stream().map(this::typeName).toList(),
                components.stream().map(Supplier::get).toList(),
                fields.stream().map(Supplier::get).toList(),
                methods.stream().map(Supplier::get).toList(),
                annotations,
                "",
                Span.NONE);
    }

    private Generics generics() {
        List<String> parameters = List.of();
        List<GenericType> generic = List.of();
        if (signature != null) {
            ClassFileGenerics.OfClass ofClass = signatures.ofClass(signature);
            parameters = ofClass.parameters();
            generic = ofClass.supertypes();
        }
        Map<String, GenericType> fieldTypes = new HashMap<>();
        genericFields.forEach((field, written) -> {
            GenericType type = signatures.ofField(written);
            if (type != null) {
                fieldTypes.put(field, type);
            }
        });
        Map<MethodKey, Generics.Signature> methodTypes = new HashMap<>();
        for (MethodReader reader : readers) {
            Generics.Signature read = signatures.ofMethod(reader.signature);
            if (read != null) {
                methodTypes.put(reader.declaration().key(), read);
            }
        }
        Generics all = new Generics(parameters, generic, fieldTypes, methodTypes);
        return all.isEmpty() ? Generics.NONE : all;
    }

    private TypeKind kind() {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return TypeKind.ANNOTATION;
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return TypeKind.INTERFACE;
        }
        if ((access & Opcodes.ACC_ENUM) != 0) {
            return TypeKind.ENUM;
        }
        return (access & Opcodes.ACC_RECORD) != 0 ? TypeKind.RECORD : TypeKind.CLASS;
    }

    private TypeName typeName(Type type) {
        if (type.getSort() == Type.ARRAY) {
            return TypeName.resolved(typeName(type.getElementType()).text() + "[]".repeat(type.getDimensions()));
        }
        return type.getSort() == Type.OBJECT
                ? typeName(type.getInternalName())
                : TypeName.resolved(type.getClassName());
    }

    /** A nested class is named by the table of the class file; where that is silent, {@code $} parts the names. */
    private TypeName typeName(String internal) {
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
        int from = plain.lastIndexOf('.') + 1;
        StringBuilder text = new StringBuilder(plain);
        for (int i = from + 1; i < plain.length() - 1; i++) {
            if (plain.charAt(i) == '$' && plain.charAt(i - 1) != '$') {
                text.setCharAt(i, '.');
            }
        }
        return text.toString();
    }

    private static String simpleName(String descriptor) {
        String internal = Type.getType(descriptor).getClassName();
        return internal.substring(Math.max(internal.lastIndexOf('.'), internal.lastIndexOf('$')) + 1);
    }

    /** Reads one method; the code only for the names of its parameters. */
    private final class MethodReader extends MethodVisitor {
        private final int access;
        private final String name;
        private final String signature;
        private final Type[] types;
        private final Type returned;
        private final String[] exceptions;
        private final String[] names;
        private final Set<String> found = new HashSet<>();
        private int named;

        MethodReader(int access, String name, String descriptor, String signature, String[] exceptions) {
            super(API);
            this.access = access;
            this.name = name;
            this.signature = signature;
            this.types = Type.getArgumentTypes(descriptor);
            this.returned = Type.getReturnType(descriptor);
            this.exceptions = exceptions == null ? new String[0] : exceptions;
            this.names = new String[types.length];
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            found.add(simpleName(descriptor));
            return null;
        }

        @Override
        public void visitParameter(String name, int access) {
            if (name != null && named < names.length) {
                names[named] = name;
            }
            named++;
        }

        @Override
        public void visitLocalVariable(String name, String descriptor, String signature, Label s, Label e, int slot) {
            int at = isStatic() ? 0 : 1;
            for (int i = 0; i < types.length; i++) {
                if (at == slot && names[i] == null && types[i].getDescriptor().equals(descriptor)) {
                    names[i] = name;
                }
                at += types[i].getSize();
            }
        }

        private boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }

        MethodDeclaration declaration() {
            List<ParameterDeclaration> parameters = new ArrayList<>();
            List<String> simple = new ArrayList<>();
            for (int i = 0; i < types.length; i++) {
                TypeName type = typeName(types[i]);
                simple.add(type.simple());
                parameters.add(new ParameterDeclaration(names[i] == null ? "arg" + i : names[i], type));
            }
            List<TypeName> thrown = new ArrayList<>();
            for (String exception : exceptions) {
                thrown.add(typeName(exception));
            }
            return new MethodDeclaration(
                    new MethodKey(ClassFileReader.this.name.text(), name, simple),
                    typeName(returned),
                    parameters,
                    thrown,
                    isStatic(),
                    (access & Opcodes.ACC_ABSTRACT) != 0,
                    (access & Opcodes.ACC_PRIVATE) != 0,
                    (access & Opcodes.ACC_VARARGS) != 0,
                    found,
                    Span.NONE);
        }
    }
}
