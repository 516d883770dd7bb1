package org.runincident.audit.source;

import com.github.javaparser.JavaParser;
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
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.VarType;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.code.Span;

/**
 * Parses Java sources of any language level. Whatever the text is, the answer is a file with problems, never an exception.
 * Safe for several threads.
 */
public final class JavaSourceParser {
    /** Length in characters above which a file is not parsed: a tree takes about a hundred bytes for each. */
    static final int LIMIT = 2 << 20;

    private static final int MOST_PROBLEMS = 20;
    private static final Pattern LEXICAL_ERROR = Pattern.compile("error at line (\\d{1,9}), column (\\d{1,9})");

    private final Charset encoding;
    private final ParserConfiguration configuration;

    /** A parser for sources in UTF-8. */
    public JavaSourceParser() {
        this(null);
    }

    /** @param encoding what the build says sources are written in where they are not UTF-8; may be null */
    public JavaSourceParser(Charset encoding) {
        this.encoding = encoding;
        this.configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                .setAttributeComments(false);
        // What the processors do is done here, more cheaply; validators would refuse what older Java allowed.
        configuration.getProcessors().clear();
    }

    /** Reads and parses a file. */
    public ParsedFile parse(SourceFile source) {
        SourceText read = SourceText.read(source, encoding);
        if (read.problems().stream().anyMatch(ParseProblem::whole)) {
            return unread(source, read.problems());
        }
        ParsedFile parsed = parse(source, read.text());
        List<ParseProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(parsed.problems());
        return new ParsedFile(source, parsed.unit(), parsed.comments(), problems);
    }

    /** Reads and parses the declarations of a file: types and members without the insides of bodies. */
    public ParsedFile declarations(SourceFile source) {
        return parse(source, Skeleton.of(SourceText.read(source, encoding).text()));
    }

    /** Parses the text of a file, its line ends {@code \n}. */
    public ParsedFile parse(SourceFile source, String text) {
        if (text.length() > LIMIT) {
            return unread(source, "the file is longer than " + (LIMIT >> 20) + " million characters");
        }
        return DeepStack.call(() -> {
            try {
                return parseRepairing(source, text);
            } catch (StackOverflowError e) {
                return unread(source, "an expression in it is nested too deeply");
            } catch (RuntimeException e) {
                return unread(source, "the parser gave up on it: " + firstLine(String.valueOf(e.getMessage())));
            }
        });
    }

    private ParsedFile parseRepairing(SourceFile source, String text) {
        Attempt attempt = attempt(text);
        Repairs repairs = new Repairs(text);
        while (!attempt.problems().isEmpty()) {
            Optional<String> repaired = repairs.next(attempt.problems().get(0));
            if (repaired.isEmpty()) {
                break;
            }
            attempt = attempt(repaired.get());
        }
        List<ParseProblem> problems = new ArrayList<>(repairs.given());
        if (attempt.unit() == null) {
            attempt.problems().stream()
                    .findFirst()
                    .ifPresent(first -> problems.add(new ParseProblem(first.at(), first.problem(), true)));
            return new ParsedFile(source, new CompilationUnit(), attempt.comments(), problems);
        }
        attempt.problems().stream().limit(MOST_PROBLEMS).forEach(problems::add);
        return new ParsedFile(source, attempt.unit(), attempt.comments(), problems);
    }

    /** @param unit null when the parser made nothing of it */
    private record Attempt(CompilationUnit unit, Comments comments, List<ParseProblem> problems) {}

    private Attempt attempt(String text) {
        if (!text.contains("\\u")) {
            return run(text, Providers.provider(text), UnaryOperator.identity());
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

    private Attempt run(String text, Provider provider, UnaryOperator<Range> original) {
        ParseResult<CompilationUnit> result =
                new JavaParser(configuration).parse(ParseStart.COMPILATION_UNIT, provider);
        List<Comments.Comment> comments = new ArrayList<>();
        result.getCommentsCollection().ifPresent(all -> {
            for (Comment comment : all.getComments()) {
                comment.getRange().ifPresent(range -> comments.add(comment(comment, span(original.apply(range)))));
            }
        });
        CompilationUnit unit = result.getResult().orElse(null);
        if (unit != null && text.contains("var")) {
            markInferredTypes(unit);
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

    private static void markInferredTypes(CompilationUnit unit) {
        for (ClassOrInterfaceType type : unit.findAll(ClassOrInterfaceType.class)) {
            if (type.getNameAsString().equals("var")
                    && type.getScope().isEmpty()
                    && !(type.getParentNode().orElse(null) instanceof ClassExpr)) {
                type.replace(new VarType(type.getTokenRange().orElse(null)));
            }
        }
    }

    private static Comments.Comment comment(Comment comment, Span at) {
        return new Comments.Comment(CommentText.of(comment.getContent()), comment.isLineComment(), at);
    }

    private static ParseProblem problem(Problem problem, UnaryOperator<Range> original) {
        Span at = place(problem).map(range -> span(original.apply(range))).orElse(Span.NONE);
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

    /** The span of a range of the parser. */
    public static Span span(Range range) {
        Position begin = range.begin;
        Position end = range.end;
        return new Span(begin.line, begin.column, end.line, end.column);
    }

    private static ParsedFile unread(SourceFile source, String problem) {
        return unread(source, List.of(new ParseProblem(Span.NONE, problem, true)));
    }

    private static ParsedFile unread(SourceFile source, List<ParseProblem> problems) {
        return new ParsedFile(source, new CompilationUnit(), Comments.NONE, problems);
    }
}
