package org.runincident.audit.catalog;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.runincident.audit.catalog.FailureCatalog.Raise;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParsedFile;
import org.runincident.code.Place;
import org.runincident.code.Span;

/** Finds the places in a file that name a code. */
final class CodeUses {
    private final Map<String, List<DeclaredCode>> byName = new HashMap<>();

    CodeUses(List<DeclaredCode> codes) {
        codes.forEach(code ->
                byName.computeIfAbsent(code.label(), label -> new ArrayList<>()).add(code));
    }

    /**
     * A place that names a code.
     *
     * @param raise where the code is given to something; null where it is only looked at
     */
    record Use(DeclaredCode code, Raise raise) {}

    List<Use> in(ParsedFile file) {
        List<Use> uses = new ArrayList<>();
        Names names = new Names(file.unit());
        for (FieldAccessExpr access : file.unit().findAll(FieldAccessExpr.class)) {
            names.code(lastName(access.getScope()), access.getNameAsString())
                    .ifPresent(code -> uses.add(use(file, access, code)));
        }
        for (NameExpr name : file.unit().findAll(NameExpr.class)) {
            names.code(name).ifPresent(code -> uses.add(use(file, name, code)));
        }
        return uses;
    }

    private static Use use(ParsedFile file, Expression name, DeclaredCode code) {
        if (!Usage.raises(name)) {
            return new Use(code, null);
        }
        Place at = new Place(
                file.source().path(),
                name.getRange().map(JavaSourceParser::span).orElse(Span.NONE));
        return new Use(code, new Raise(at, member(name), Usage.message(name)));
    }

    private static String lastName(Expression scope) {
        if (scope instanceof NameExpr name) {
            return name.getNameAsString();
        }
        return scope instanceof FieldAccessExpr access ? access.getNameAsString() : "";
    }

    private static String member(Node node) {
        String member = "";
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof TypeDeclaration<?> type) {
                return type.getNameAsString() + (member.isEmpty() ? "" : "#" + member);
            }
            boolean callable = at instanceof com.github.javaparser.ast.body.CallableDeclaration<?>;
            member = callable && member.isEmpty() ? ((NodeWithSimpleName<?>) at).getNameAsString() : member;
        }
        return member;
    }

    /** What simple names mean in a file, as far as codes are concerned. */
    private final class Names {
        private final CompilationUnit unit;
        private final String packageName;

        Names(CompilationUnit unit) {
            this.unit = unit;
            this.packageName =
                    unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
        }

        Optional<DeclaredCode> code(String type, String constant) {
            List<DeclaredCode> candidates = byName.getOrDefault(type + "." + constant, List.of());
            if (candidates.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> imported = unit.getImports().stream()
                    .filter(i -> !i.isStatic() && !i.isAsterisk())
                    .map(ImportDeclaration::getNameAsString)
                    .filter(name -> name.endsWith("." + type))
                    .findFirst();
            if (imported.isPresent()) {
                return candidates.stream()
                        .filter(code -> code.type().equals(imported.get()))
                        .findFirst();
            }
            return candidates.stream()
                    .filter(code -> candidates.size() == 1 || code.type().startsWith(packageName + "."))
                    .findFirst();
        }

        /** A bare name: imported statically, or of the enum it stands in. */
        Optional<DeclaredCode> code(NameExpr name) {
            String constant = name.getNameAsString();
            if (!Character.isUpperCase(constant.charAt(0))) {
                return Optional.empty();
            }
            for (ImportDeclaration i : unit.getImports()) {
                String imported = i.getNameAsString();
                String type = i.isAsterisk() ? imported : imported.substring(0, Math.max(0, imported.lastIndexOf('.')));
                boolean names = i.isStatic() && (i.isAsterisk() || imported.endsWith("." + constant));
                Optional<DeclaredCode> code = names ? ofType(type, constant) : Optional.empty();
                if (code.isPresent()) {
                    return code;
                }
            }
            return Usage.ancestor(name, EnumDeclaration.class)
                    .flatMap(EnumDeclaration::getFullyQualifiedName)
                    .flatMap(type -> ofType(type, constant));
        }

        private Optional<DeclaredCode> ofType(String qualified, String constant) {
            String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
            return byName.getOrDefault(simple + "." + constant, List.of()).stream()
                    .filter(code -> code.type().equals(qualified))
                    .findFirst();
        }
    }
}
