package org.runincident.archrules.bytecode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.code.TypeName;
import org.runincident.flow.CatchTypes;

/** What the bodies of one class share. */
final class ClassContext {
    final CompiledClass type;
    final ClassDeclarations declarations;
    final CatchTypes catchTypes;
    final SourceHints source;
    final VariantTables tables;
    private final Map<String, MethodNode> methods = new HashMap<>();

    ClassContext(CompiledClass type, ClassDeclarations declarations, SourceHints source) {
        this.type = type;
        this.declarations = declarations;
        this.source = source;
        this.catchTypes = new CatchTypes(declarations);
        this.tables = new VariantTables(declarations);
        type.node().methods.forEach(m -> methods.put(m.name + m.desc, m));
    }

    /** A method of this class. */
    Optional<MethodNode> method(String name, String descriptor) {
        return Optional.ofNullable(methods.get(name + descriptor));
    }

    TypeName internal(String name) {
        return type.names().ofInternal(name);
    }

    TypeName descriptor(String descriptor) {
        return type.names().ofDescriptor(descriptor);
    }
}
