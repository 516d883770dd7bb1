package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.runincident.code.MethodKey;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.flow.sql.SqlReader;
import org.runincident.vocabulary.Words;

/**
 * Statements that stand in annotations: of a method that has no other body ({@code @Query}, {@code @Update}, {@code
 * @SqlUpdate}), or of a type ({@code @NamedQuery}). Which annotation it is does not matter, its text does.
 */
final class AnnotatedStatements {
    private static final Set<String> SPEAKING =
            Set.of("query", "update", "insert", "merge", "sql", "statement", "batch", "execute", "modifying");

    private final FileContext file;
    private final TypeContext type;
    private final Consumer<EventGraph> graphs;

    AnnotatedStatements(FileContext file, TypeContext type, Consumer<EventGraph> graphs) {
        this.file = file;
        this.type = type;
        this.graphs = graphs;
    }

    /** The statement of a method without a body, if it has one. */
    void of(MethodDeclaration method) {
        for (AnnotationExpr annotation : method.getAnnotations()) {
            for (Expression text : texts(annotation)) {
                Body body = new Body(file, type, method.getNameAsString(), true);
                Value statement = body.value(text);
                List<Value.Variable> parameters = new ArrayList<>();
                for (Parameter parameter : method.getParameters()) {
                    parameters.add(
                            body.declare(name(parameter), body.resolve(parameter.getType()), Value.Role.PARAMETER));
                }
                graphs.accept(StatementGraphs.of(
                        file.path(),
                        file.members().declaration(method, type.name()),
                        parameters,
                        body.graph,
                        statement,
                        Spans.of(text)));
                return;
            }
        }
    }

    /** The named queries of a type. */
    void of(TypeDeclaration<?> declared) {
        for (AnnotationExpr outer : declared.getAnnotations()) {
            for (AnnotationExpr annotation : outer.findAll(AnnotationExpr.class)) {
                for (Expression text : texts(annotation)) {
                    Body body = new Body(file, type, "", true);
                    Value statement = body.value(text);
                    Span at = Spans.of(text);
                    graphs.accept(StatementGraphs.of(
                            file.path(), declaration(annotation, at), List.of(), body.graph, statement, at));
                }
            }
        }
    }

    private org.runincident.code.MethodDeclaration declaration(AnnotationExpr annotation, Span at) {
        String name = members(annotation).stream()
                .filter(member -> member.getNameAsString().equals("name"))
                .map(MemberValuePair::getValue)
                .filter(Expression::isStringLiteralExpr)
                .map(value -> value.asStringLiteralExpr().getValue())
                .findFirst()
                .orElse("");
        return new org.runincident.code.MethodDeclaration(
                new MethodKey(
                        type.name().text(),
                        "@" + annotation.getNameAsString() + (name.isEmpty() ? "" : " " + name),
                        List.of()),
                TypeName.VOID,
                List.of(),
                List.of(),
                true,
                false,
                false,
                false,
                Set.of(),
                at);
    }

    /** Values of an annotation that begin like a statement that writes. */
    private static List<Expression> texts(AnnotationExpr annotation) {
        List<Expression> texts = new ArrayList<>();
        boolean speaking =
                Words.of(annotation.getName().getIdentifier()).stream().anyMatch(SPEAKING::contains);
        List<Expression> values = new ArrayList<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            values.add(single.getMemberValue());
        }
        members(annotation).forEach(member -> values.add(member.getValue()));
        for (Expression value : values) {
            Expression first = first(value);
            boolean constant = first instanceof NameExpr || first instanceof FieldAccessExpr;
            if (constant && speaking || text(first) != null && SqlReader.mayBegin(text(first))) {
                texts.add(value);
            }
        }
        return texts;
    }

    private static NodeList<MemberValuePair> members(AnnotationExpr annotation) {
        return annotation instanceof NormalAnnotationExpr normal ? normal.getPairs() : new NodeList<>();
    }

    private static Expression first(Expression value) {
        Expression at = value;
        while (true) {
            if (at instanceof ArrayInitializerExpr array && !array.getValues().isEmpty()) {
                at = array.getValues().get(0);
            } else if (at instanceof BinaryExpr sum) {
                at = sum.getLeft();
            } else {
                return at;
            }
        }
    }

    private static String text(Expression value) {
        if (value instanceof StringLiteralExpr literal) {
            return literal.asString();
        }
        return value instanceof TextBlockLiteralExpr literal ? literal.asString() : null;
    }

    /** {@code @Param("status") Status s}: the name the statement uses. */
    private static String name(Parameter parameter) {
        for (AnnotationExpr annotation : parameter.getAnnotations()) {
            String simple = annotation.getName().getIdentifier();
            Node value = annotation instanceof SingleMemberAnnotationExpr single ? single.getMemberValue() : null;
            if (value instanceof LiteralStringValueExpr literal
                    && (simple.equals("Param") || simple.startsWith("Bind"))) {
                return literal.getValue();
            }
        }
        return parameter.getNameAsString();
    }
}
