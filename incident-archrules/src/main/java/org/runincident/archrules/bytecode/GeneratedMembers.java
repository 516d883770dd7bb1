package org.runincident.archrules.bytecode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AnnotationNode;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;

/** Members that a tool wrote and marked so, as Lombok and annotation processors do. */
final class GeneratedMembers {
    private static final String MARK = "Generated";

    private GeneratedMembers() {}

    static Stream<MethodKey> of(CompiledClass type, ClassDeclarations declarations) {
        Optional<DeclaredType> declared = declarations.declared(type.name());
        boolean whole = isMarked(type.node().visibleAnnotations) || isMarked(type.node().invisibleAnnotations);
        return declared.stream()
                .flatMap(d -> d.declaration().methods().stream())
                .filter(m -> whole || m.annotations().contains(MARK))
                .map(MethodDeclaration::key);
    }

    private static boolean isMarked(List<AnnotationNode> annotations) {
        return annotations != null
                && annotations.stream().anyMatch(a -> TypeNames.simple(a.desc).equals(MARK));
    }
}
