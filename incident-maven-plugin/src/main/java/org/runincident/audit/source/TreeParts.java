package org.runincident.audit.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import java.util.ArrayList;
import java.util.List;

/** What several readers look for in a tree, found in one walk and remembered with it. */
public final class TreeParts {
    private static final DataKey<TreeParts> KEY = new DataKey<>() {};

    private final List<TypeDeclaration<?>> types = new ArrayList<>();
    private final List<AnnotationExpr> annotations = new ArrayList<>();
    private boolean local;
    private boolean patterns;

    private TreeParts() {}

    /** The parts of a tree that nobody changes any more. */
    public static TreeParts of(CompilationUnit unit) {
        if (unit.containsData(KEY)) {
            return unit.getData(KEY);
        }
        TreeParts parts = new TreeParts();
        parts.collect(unit);
        unit.setData(KEY, parts);
        return parts;
    }

    private void collect(Node node) {
        if (node instanceof TypeDeclaration<?> type) {
            types.add(type);
        } else if (node instanceof AnnotationExpr annotation) {
            annotations.add(annotation);
        }
        local |= node instanceof LocalClassDeclarationStmt || node instanceof LocalRecordDeclarationStmt;
        patterns |= node instanceof TypePatternExpr;
        for (Node child : node.getChildNodes()) {
            if (!isLeaf(child)) {
                collect(child);
            }
        }
    }

    /** Most nodes of a tree are of these kinds, and nothing is below them. */
    private static boolean isLeaf(Node node) {
        return node instanceof SimpleName
                || node instanceof Name
                || node instanceof NameExpr
                || node instanceof LiteralExpr
                || node instanceof Modifier;
    }

    /** Every type declaration, an outer one before what is nested in it. */
    public List<TypeDeclaration<?>> types() {
        return types;
    }

    /** Every annotation, one around another first. */
    public List<AnnotationExpr> annotations() {
        return annotations;
    }

    /** Whether a type is declared in a block. */
    public boolean anyLocal() {
        return local;
    }

    /** Whether a pattern binds a variable of a type. */
    public boolean anyPattern() {
        return patterns;
    }
}
