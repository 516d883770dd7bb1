package org.runincident.audit.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.runincident.audit.source.ParserRun.Attempt;
import org.runincident.code.Span;

/**
 * Parses Java sources of any language level. Whatever the text is, the answer is a file with problems, never an exception.
 * Safe for several threads.
 */
public final class JavaSourceParser {
    /** Length in characters above which a file is not parsed: a tree takes about a hundred bytes for each. */
    static final int LIMIT = 1 << 20;

    private static final int MOST_PROBLEMS = 20;
    private static final int LEAST_ROUNDS = 2;
    private static final int MOST_ROUNDS = 10;

    private final Charset encoding;
    private final ParserRun run;

    /** A parser for sources in UTF-8. */
    public JavaSourceParser() {
        this(null);
    }

    /** @param encoding what the build says sources are written in where they are not UTF-8; may be null */
    public JavaSourceParser(Charset encoding) {
        this.encoding = encoding;
        this.run = new ParserRun();
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
            } catch (StackOverflowError | RuntimeException e) {
                return unread(source, ParserRun.words(e));
            }
        });
    }

    private ParsedFile parseRepairing(SourceFile source, String text) {
        Repairs repairs = new Repairs(text);
        Attempt attempt = run.attempt(repairs.withoutNests());
        int rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, LIMIT / (1 + text.length())));
        while (!attempt.problems().isEmpty() && rounds-- > 0) {
            ParseProblem first = attempt.problems().get(0);
            Optional<String> repaired =
                    first.at().equals(Span.NONE) ? repairs.withoutWhat(run::failsOn, first) : repairs.next(first);
            if (repaired.isEmpty()) {
                break;
            }
            attempt = run.attempt(repaired.get());
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
