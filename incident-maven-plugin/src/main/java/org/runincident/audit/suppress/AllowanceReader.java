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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.audit.source.Comments.Comment;
import org.runincident.audit.source.ParsedFile;
import org.runincident.code.Place;
import org.runincident.code.Span;

/** Finds the allowances of one file, in comments and annotations. */
public final class AllowanceReader {
    private static final String ANNOTATION = "IncidentAllowed";
    private static final Pattern ALLOW =
            Pattern.compile("incident:\\s*allow\\b\\s*([\\w.]+(?:\\s*,\\s*[\\w.]+)*)?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BECAUSE =
            Pattern.compile("^(?:because\\b|[-:\u2013\u2014])\\s*", Pattern.CASE_INSENSITIVE);

    /** Marks of other tools for one line; what follows them is the author's own. */
    private static final Pattern OTHER_TOOL =
            Pattern.compile("\\b(?:NOPMD|NOSONAR|NOLINT)\\b[\\s:\\-\u2013\u2014]*(.*)", Pattern.DOTALL);

    private AllowanceReader() {}

    /** All allowances of the file, in source order. */
    public static List<Allowance> read(ParsedFile file) {
        List<Allowance> found = new ArrayList<>();
        readComments(file, found);
        for (AnnotationExpr annotation : file.unit().findAll(AnnotationExpr.class)) {
            if (annotation instanceof NormalAnnotationExpr allowed
                    && allowed.getName().getIdentifier().equals(ANNOTATION)) {
                readAnnotation(file, allowed, found);
            }
        }
        found.sort(java.util.Comparator.comparing(Allowance::at).thenComparing(Allowance::rule));
        return List.copyOf(found);
    }

    private static void readComments(ParsedFile file, List<Allowance> found) {
        List<Comment> comments = file.comments().all();
        for (int i = 0; i < comments.size(); i++) {
            Comment comment = comments.get(i);
            Matcher allow = ALLOW.matcher(comment.text());
            if (allow.lookingAt()) {
                StringBuilder because = new StringBuilder(
                        BECAUSE.matcher(allow.group(2).strip()).replaceFirst(""));
                Span span = comment.at();
                while (continues(comments, i)) {
                    i++;
                    because.append(' ').append(comments.get(i).text());
                    span = join(span, comments.get(i).at());
                }
                String rules = allow.group(1) == null ? "" : allow.group(1);
                for (String rule : rules.split("\\s*,\\s*")) {
                    found.add(comment(file, span, rule, oneLine(because.toString())));
                }
                continue;
            }
            Matcher other = OTHER_TOOL.matcher(comment.text());
            if (other.find() && comment.line()) {
                Place at = new Place(file.source().path(), comment.at());
                found.add(new Allowance(
                        at, Allowance.Origin.OTHER_TOOL, "", oneLine(other.group(1)), lines(comment.at()), ""));
            }
        }
    }

    private static Allowance comment(ParsedFile file, Span span, String rule, String because) {
        Place at = new Place(file.source().path(), span);
        return new Allowance(at, Allowance.Origin.COMMENT, rule, because, lines(span), "");
    }

    /** A line comment right below, in the same column, goes on with the sentence. */
    private static boolean continues(List<Comment> comments, int i) {
        if (i + 1 >= comments.size() || !comments.get(i).line()) {
            return false;
        }
        Comment next = comments.get(i + 1);
        return next.line()
                && next.at().line() == comments.get(i).at().endLine() + 1
                && next.at().column() == comments.get(i).at().column()
                && !ALLOW.matcher(next.text()).lookingAt();
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
        found.add(
                new Allowance(at, Allowance.Origin.ANNOTATION, rule, oneLine(because), span(covered(element)), about));
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

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Span lines(Span span) {
        return new Span(span.line(), 0, span.endLine(), Integer.MAX_VALUE);
    }

    private static Span join(Span first, Span last) {
        return new Span(first.line(), first.column(), last.endLine(), last.endColumn());
    }

    private static Span span(Node node) {
        return node.getRange()
                .map(range -> new Span(range.begin.line, range.begin.column, range.end.line, range.end.column))
                .orElse(Span.NONE);
    }
}
