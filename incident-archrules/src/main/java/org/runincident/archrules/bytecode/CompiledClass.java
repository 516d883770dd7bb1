package org.runincident.archrules.bytecode;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.runincident.code.TypeName;

/**
 * One class file, read whole.
 *
 * @param file path of the source it was compiled from, as far as the class file tells: the folders of its package and the
 *     name of the file
 */
record CompiledClass(ClassNode node, TypeNames names, TypeName name, String file) {

    /** Reads a class file; empty when it is damaged or of a Java that ASM does not know yet. */
    static Optional<CompiledClass> read(byte[] bytes) {
        return read(bytes, new ClassNode());
    }

    /** The same without the code of its methods: all that is asked of a class of a library. */
    static Optional<CompiledClass> readDeclarations(byte[] bytes) {
        return read(bytes, new DeclarationNode());
    }

    private static Optional<CompiledClass> read(byte[] bytes, ClassNode node) {
        try {
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            TypeNames names = new TypeNames(node);
            return Optional.of(new CompiledClass(node, names, names.ofInternal(node.name), file(node)));
        } catch (RuntimeException unreadable) {
            // A damaged class file, or one of a later format, is like a class that is not there.
            return Optional.empty();
        }
    }

    private static String file(ClassNode node) {
        int slash = node.name.lastIndexOf('/') + 1;
        String outermost = node.name.substring(slash);
        int dollar = outermost.indexOf('$', 1);
        String source = node.sourceFile != null
                ? node.sourceFile
                : (dollar < 0 ? outermost : outermost.substring(0, dollar)) + ".java";
        return node.name.substring(0, slash) + source;
    }

    boolean isEnum() {
        return (node.access & Opcodes.ACC_ENUM) != 0;
    }

    boolean isInterface() {
        return (node.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Whether nobody wrote it: the tables of switches, bridges to package-private members. */
    boolean isSynthetic() {
        return (node.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** Whether it was written behind a {@code new}, without a name. */
    boolean isAnonymous() {
        return node.innerClasses.stream().anyMatch(i -> i.name.equals(node.name) && i.innerName == null);
    }

    boolean isKotlin() {
        return node.visibleAnnotations != null
                && node.visibleAnnotations.stream().anyMatch(a -> a.desc.equals("Lkotlin/Metadata;"));
    }
}
