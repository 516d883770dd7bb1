package org.runincident.audit.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.TreeParts;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.DeclaredMirror;

/** Finds the annotations that say of a list whose variants it must hold: {@code @MirrorsVariants}, {@code @JsonSubTypes}. */
public final class MirrorReader {
    private static final String MIRRORS = "MirrorsVariants";
    private static final String JSON = "JsonSubTypes";

    private final ParsedFile file;
    private final FileNames names;
    private final List<DeclaredMirror> found = new ArrayList<>();

    private MirrorReader(ParsedFile file, FileNames names) {
        this.file = file;
        this.names = names;
    }

    /** All of them in a file, in source order. */
    public static List<DeclaredMirror> read(ParsedFile file, FileNames names) {
        MirrorReader reader = new MirrorReader(file, names);
        for (AnnotationExpr annotation : TreeParts.of(file.unit()).annotations()) {
            String name = annotation.getName().getIdentifier();
            if (name.equals(MIRRORS) || name.equals(JSON)) {
                annotation.getParentNode().ifPresent(element -> reader.read(name, annotation, element));
            }
        }
        return List.copyOf(reader.found);
    }

    private void read(String name, AnnotationExpr annotation, Node element) {
        if (name.equals(JSON)) {
            if (element instanceof TypeDeclaration<?> type) {
                TypeName own = names.nameOf(type);
                add(type.getName(), "list of JSON subtypes", own, null, classes(annotation), List.of(), List.of());
            }
            return;
        }
        Optional<TypeName> of = value(annotation, "value").flatMap(this::classOf);
        if (of.isEmpty()) {
            return;
        }
        List<String> except =
                value(annotation, "except").map(MirrorReader::texts).orElse(List.of());
        if (element instanceof TypeDeclaration<?> type) {
            add(
                    type.getName(),
                    "`" + type.getNameAsString() + "`",
                    of.get(),
                    names.nameOf(type),
                    List.of(),
                    List.of(),
                    except);
        } else if (element instanceof FieldDeclaration field) {
            NodeWithSimpleName<?> variable = field.getVariable(0);
            List<String> mentioned = new ArrayList<>(mentioned(field));
            mentioned.addAll(filledLater(field, variable.getNameAsString()));
            add(
                    variable.getName(),
                    "field `" + variable.getNameAsString() + "`",
                    of.get(),
                    null,
                    List.of(),
                    mentioned,
                    except);
        } else if (element instanceof MethodDeclaration method) {
            add(
                    method.getName(),
                    "method `" + method.getNameAsString() + "`",
                    of.get(),
                    null,
                    List.of(),
                    method.getBody().map(body -> List.copyOf(mentioned(body))).orElse(List.of()),
                    except);
        }
    }

    private void add(
            SimpleName at,
            String what,
            TypeName of,
            TypeName type,
            List<TypeName> types,
            List<String> mentioned,
            List<String> except) {
        found.add(new DeclaredMirror(
                new Place(file.source().path(), span(at)), what, of, type, types, mentioned, except));
    }

    private List<TypeName> classes(AnnotationExpr annotation) {
        return annotation.findAll(ClassExpr.class).stream()
                .map(literal -> names.resolve(literal.getType()))
                .toList();
    }

    private Optional<TypeName> classOf(Expression value) {
        return value instanceof ClassExpr literal ? Optional.of(names.resolve(literal.getType())) : Optional.empty();
    }

    private static Optional<Expression> value(AnnotationExpr annotation, String key) {
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            return key.equals("value") ? Optional.of(single.getMemberValue()) : Optional.empty();
        }
        return annotation instanceof NormalAnnotationExpr normal
                ? normal.getPairs().stream()
                        .filter(pair -> pair.getNameAsString().equals(key))
                        .map(MemberValuePair::getValue)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> texts(Expression value) {
        return value.findAll(StringLiteralExpr.class).stream()
                .map(StringLiteralExpr::getValue)
                .toList();
    }

    /** Names of constants, classes and string keys that stand below a node. */
    private static Set<String> mentioned(Node node) {
        Set<String> mentioned = new LinkedHashSet<>();
        node.walk(part -> {
            if (part instanceof NameExpr name) {
                mentioned.add(name.getNameAsString());
            } else if (part instanceof FieldAccessExpr access) {
                mentioned.add(access.getNameAsString());
            } else if (part instanceof ClassExpr literal) {
                String type = literal.getTypeAsString();
                mentioned.add(type.substring(type.lastIndexOf('.') + 1));
            } else if (part instanceof StringLiteralExpr text) {
                mentioned.add(text.getValue());
            } else if (part instanceof SwitchEntry entry) {
                entry.getLabels().forEach(label -> mentioned.add(label.toString()));
            }
        });
        return mentioned;
    }

    /** What initializer blocks beside the field put into it. */
    private static Set<String> filledLater(FieldDeclaration field, String name) {
        Set<String> mentioned = new LinkedHashSet<>();
        if (field.getParentNode().orElse(null) instanceof TypeDeclaration<?> type) {
            for (var member : type.getMembers()) {
                if (member instanceof InitializerDeclaration block
                        && block.findFirst(
                                        NameExpr.class, n -> n.getNameAsString().equals(name))
                                .isPresent()) {
                    mentioned.addAll(mentioned(block));
                }
            }
        }
        return mentioned;
    }

    private static Span span(Node node) {
        return node.getRange()
                .map(range -> new Span(range.begin.line, range.begin.column, range.end.line, range.end.column))
                .orElse(Span.NONE);
    }
}
