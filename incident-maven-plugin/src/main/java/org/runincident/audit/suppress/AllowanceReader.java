package org.runincident.audit.suppress;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.TreeParts;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.rule.allow.Allowance;
import org.runincident.rule.allow.AllowingComments;

/** Finds the allowances of one file, in comments and annotations. */
public final class AllowanceReader {
    private static final String ANNOTATION = "IncidentAllowed";

    private AllowanceReader() {}

    /** All allowances of the file, in source order. */
    public static List<Allowance> read(ParsedFile file) {
        List<Allowance> found = new ArrayList<>();
        readComments(file, found);
        for (AnnotationExpr annotation : TreeParts.of(file.unit()).annotations()) {
            if (annotation instanceof NormalAnnotationExpr allowed
                    && allowed.getName().getIdentifier().equals(ANNOTATION)) {
                readAnnotation(file, allowed, found);
            }
        }
        found.sort(java.util.Comparator.comparing(Allowance::at).thenComparing(Allowance::rule));
        return List.copyOf(found);
    }

    private static void readComments(ParsedFile file, List<Allowance> found) {
        List<AllowingComments.Comment> comments = file.comments().all().stream()
                .map(comment -> new AllowingComments.Comment(comment.text(), comment.line(), comment.at()))
                .toList();
        found.addAll(AllowingComments.read(file.source().path(), comments));
    }

    private static void readAnnotation(ParsedFile file, NormalAnnotationExpr annotation, List<Allowance> found) {
        String rule = "";
        String because = "";
        for (var pair : annotation.getPairs()) {
            if (pair.getNameAsString().equals("rule")) {
                rule = text(pair.getValue());
            } else if (pair.getNameAsString().equals("because")) {
                because = text(pair.getValue());
            }
        }
        Node element = annotation.getParentNode().orElse(annotation);
        String about = element instanceof Parameter parameter && !isCaughtOrLambda(parameter)
                ? parameter.getNameAsString()
                : "";
        Place at = new Place(file.source().path(), span(annotation));
        found.add(new Allowance(
                at,
                Allowance.Origin.ANNOTATION,
                rule,
                AllowingComments.oneLine(because),
                span(covered(element)),
                about));
    }

    private static boolean isCaughtOrLambda(Parameter parameter) {
        Node parent = parameter.getParentNode().orElse(null);
        return parent instanceof CatchClause || parent instanceof LambdaExpr;
    }

    /**
     * What an annotated element stands for: a parameter for the catch clause, the call that takes its lambda, or the whole
     * method; a variable for its statement; all others for themselves.
     */
    private static Node covered(Node element) {
        Node parent = element.getParentNode().orElse(element);
        if (!(element instanceof Parameter)) {
            return element;
        }
        return parent instanceof LambdaExpr
                ? parent.getParentNode()
                        .filter(MethodCallExpr.class::isInstance)
                        .orElse(parent)
                : parent;
    }

    private static String text(Expression value) {
        if (value instanceof LiteralStringValueExpr literal) {
            return literal.getValue();
        }
        if (value instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            return text(sum.getLeft()) + text(sum.getRight());
        }
        // A named constant: its name is all that can be judged here.
        return value.toString().replace('_', ' ').replace('.', ' ');
    }

    private static Span span(Node node) {
        return node.getRange()
                .map(range -> new Span(range.begin.line, range.begin.column, range.end.line, range.end.column))
                .orElse(Span.NONE);
    }
}
