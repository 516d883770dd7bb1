package org.runincident.audit.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.LeanParser;
import com.github.javaparser.ParseException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Provider;
import com.github.javaparser.Providers;
import com.github.javaparser.Range;
import com.github.javaparser.Token;
import com.github.javaparser.TokenRange;
import com.github.javaparser.UnicodeEscapeProcessingProvider;
import com.github.javaparser.UnicodeEscapeProcessingProvider.PositionMapping;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.VarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.code.Span;

/** One run of the parser over one text. Safe for several threads: each run has a parser of its own. */
final class ParserRun {
    private static final Pattern LEXICAL_ERROR = Pattern.compile("error at line (\\d{1,9}), column (\\d{1,9})");

    private static final String INFERRED = "var";

    private final ParserConfiguration configuration = new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);

    ParserRun() {
        // What the processors do is done here, more cheaply; validators would refuse what older Java allowed.
        configuration.getProcessors().clear();
    }

    /** @param unit null when the parser made nothing of it */
    record Attempt(CompilationUnit unit, Comments comments, List<ParseProblem> problems) {}

    /** Parses a text. */
    Attempt attempt(String text) {
        try {
            return decoding(text);
        } catch (StackOverflowError e) {
            return new Attempt(null, Comments.NONE, List.of(new ParseProblem(Span.NONE, words(e), false)));
        }
    }

    private Attempt decoding(String text) {
        if (!text.contains("\\u")) {
            return lean(text).orElseGet(() -> full(text));
        }
        UnicodeEscapeProcessingProvider decoder = new UnicodeEscapeProcessingProvider(Providers.provider(text));
        UnaryOperator<Range> original = range -> {
            PositionMapping mapping = decoder.getPositionMapping();
            return mapping.isEmpty() ? range : mapping.transform(range);
        };
        Attempt attempt = run(text, decoder, original);
        if (attempt.unit() != null) {
            restorePositions(attempt.unit(), original);
        }
        return attempt;
    }

    /** The text by the parser's own tokens. */
    Attempt full(String text) {
        return run(text, Providers.provider(text), UnaryOperator.identity());
    }

    /** The text by tokens that cost less; empty when it needs the others. */
    Optional<Attempt> lean(String text) {
        List<Comments.Comment> comments = new ArrayList<>();
        return LeanParser.parse(
                        text,
                        (content, line, at) -> comments.add(
                                new Comments.Comment(CommentText.of(content), line, JavaSourceParser.span(at))))
                .map(unit -> {
                    markInferredTypes(text, unit);
                    return new Attempt(unit, new Comments(comments), List.of());
                });
    }

    private Attempt run(String text, Provider provider, UnaryOperator<Range> original) {
        ParseResult<CompilationUnit> result =
                new JavaParser(configuration).parse(ParseStart.COMPILATION_UNIT, provider);
        List<Comments.Comment> comments = new ArrayList<>();
        result.getCommentsCollection().ifPresent(all -> {
            for (Comment comment : all.getComments()) {
                comment.getRange()
                        .ifPresent(
                                range -> comments.add(comment(comment, JavaSourceParser.span(original.apply(range)))));
            }
        });
        CompilationUnit unit = result.getResult().orElse(null);
        if (unit != null) {
            markInferredTypes(text, unit);
        }
        List<ParseProblem> problems = result.getProblems().stream()
                .map(problem -> problem(problem, original))
                .sorted(java.util.Comparator.comparing(ParseProblem::at))
                .toList();
        return new Attempt(unit, new Comments(comments), problems);
    }

    private static void restorePositions(CompilationUnit unit, UnaryOperator<Range> original) {
        unit.walk(node -> node.getRange().ifPresent(range -> {
            Range before = original.apply(range);
            if (!before.equals(range)) {
                node.setRange(before);
            }
        }));
    }

    private static void markInferredTypes(String text, CompilationUnit unit) {
        if (!holdsInferred(text)) {
            return;
        }
        List<ClassOrInterfaceType> inferred = new ArrayList<>();
        collectInferred(unit, inferred);
        inferred.forEach(type -> type.replace(new VarType(type.getTokenRange().orElse(null))));
    }

    /** Without a pattern: every text is asked, and a pattern takes a fifth of what parsing does. */
    private static boolean holdsInferred(String text) {
        for (int at = text.indexOf(INFERRED); at >= 0; at = text.indexOf(INFERRED, at + INFERRED.length())) {
            int behind = at + INFERRED.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            if (begins && behind < text.length() && !Character.isJavaIdentifierPart(text.charAt(behind))) {
                return true;
            }
        }
        return false;
    }

    private static void collectInferred(Node node, List<ClassOrInterfaceType> into) {
        if (node instanceof ClassOrInterfaceType type
                && type.getNameAsString().equals("var")
                && type.getScope().isEmpty()
                && !(type.getParentNode().orElse(null) instanceof ClassExpr)) {
            into.add(type);
        }
        for (Node child : node.getChildNodes()) {
            collectInferred(child, into);
        }
    }

    private static Comments.Comment comment(Comment comment, Span at) {
        return new Comments.Comment(CommentText.of(comment.getContent()), comment.isLineComment(), at);
    }

    private static ParseProblem problem(Problem problem, UnaryOperator<Range> original) {
        Span at = place(problem)
                .map(range -> JavaSourceParser.span(original.apply(range)))
                .orElse(Span.NONE);
        return new ParseProblem(at, words(problem), false);
    }

    /** The token that is not understood; the location a problem gives begins with the last one that was. */
    private static Optional<Range> place(Problem problem) {
        Throwable cause = problem.getCause().orElse(null);
        if (cause instanceof ParseException e && e.currentToken != null && e.currentToken.next != null) {
            Token found = e.currentToken.next;
            return Optional.of(Range.range(found.beginLine, found.beginColumn, found.endLine, found.endColumn));
        }
        Matcher lexical = LEXICAL_ERROR.matcher(problem.getMessage());
        if (lexical.find()) {
            Position at = new Position(Integer.parseInt(lexical.group(1)), Integer.parseInt(lexical.group(2)));
            return Optional.of(new Range(at, at));
        }
        return problem.getLocation().flatMap(TokenRange::toRange);
    }

    /**
     * Whether the parser fails on the text of a block or member without saying where.
     *
     * @param block whether it is a block in braces; otherwise the members of a type
     */
    boolean failsOn(String text, boolean block) {
        try {
            Provider provider = Providers.provider(text);
            JavaParser parser = new JavaParser(configuration);
            ParseResult<?> result =
                    block ? parser.parse(ParseStart.BLOCK, provider) : parser.parse(ParseStart.CLASS_BODY, provider);
            return result.getProblems().stream()
                    .anyMatch(problem -> place(problem).isEmpty());
        } catch (StackOverflowError e) {
            return true;
        }
    }

    /** What went wrong, for a person. */
    static String words(Throwable failure) {
        return failure instanceof StackOverflowError
                ? "an expression is nested too deeply"
                : "the parser gave up: " + firstLine(String.valueOf(failure.getMessage()));
    }

    private static String words(Problem problem) {
        if (LEXICAL_ERROR.matcher(problem.getMessage()).find()) {
            return problem.getMessage().contains("<EOF>")
                    ? "the file ends inside of a comment or literal"
                    : "not understood: a sign, or a literal without an end";
        }
        String message = firstLine(problem.getMessage()).replaceFirst("^Parse error\\. ", "");
        int expected = message.indexOf(", expected");
        String found = expected < 0 ? message : message.substring(0, expected);
        return found.replace("Found", "not understood:").replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
