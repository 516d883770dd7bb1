package org.runincident.audit.types;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import java.util.ArrayList;
import java.util.List;

/** The type declarations of a tree, found in one walk and remembered with it. */
final class TypeNodes {
    private static final DataKey<TypeNodes> KEY = new DataKey<>() {};

    private final List<TypeDeclaration<?>> all = new ArrayList<>();
    private boolean local;

    private TypeNodes() {}

    static TypeNodes of(CompilationUnit unit) {
        if (unit.containsData(KEY)) {
            return unit.getData(KEY);
        }
        TypeNodes nodes = new TypeNodes();
        nodes.collect(unit);
        unit.setData(KEY, nodes);
        return nodes;
    }

    private void collect(Node node) {
        if (node instanceof TypeDeclaration<?> type) {
            all.add(type);
        }
        local |= node instanceof LocalClassDeclarationStmt || node instanceof LocalRecordDeclarationStmt;
        for (Node child : node.getChildNodes()) {
            collect(child);
        }
    }

    /** Every declaration, an outer one before what is nested in it. */
    List<TypeDeclaration<?>> all() {
        return all;
    }

    /** Whether any of them stands in a block. */
    boolean anyLocal() {
        return local;
    }
}
