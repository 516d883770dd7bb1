package org.runincident.audit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.runincident.audit.source.OutlineScanner.Region;
import org.runincident.code.Span;

/**
 * Makes a text parsable by taking out what the parser cannot read, so that the rest of the file can be audited. Every
 * character that stays keeps its line and column.
 */
final class Repairs {
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short");

    private final List<ParseProblem> given = new ArrayList<>();
    private final StringBuilder text;
    private int rounds;

    Repairs(String text) {
        this.text = new StringBuilder(text);
    }

    /** What was taken out so far and is therefore not audited. */
    List<ParseProblem> given() {
        return given;
    }

    /** The text without what is in the way at a position; empty when nothing more can be done. */
    Optional<String> next(ParseProblem problem) {
        OutlineScanner scanner = scan();
        boolean changed = rounds++ == 0 && repairKnownHoles(scanner.bodies());
        if (!changed) {
            int offset = offset(problem.at().line(), problem.at().column());
            changed = takeOut(scanner.bodies(), offset, true)
                    || closeAtEnd()
                    || takeOut(scanner.members(), offset, false)
                    || takeOut(scanner.members(), offset - 1, false); // the closing brace came too early
            if (changed) {
                given.add(problem);
            }
        }
        return changed ? Optional.of(text.toString()) : Optional.empty();
    }

    /** The text without bodies that nest so deeply that the parser would not come back from them. */
    String withoutNests() {
        OptionalInt deep = NestedBlocks.tooDeep(text.toString());
        while (deep.isPresent()) {
            int offset = deep.getAsInt();
            OutlineScanner scanner = scan();
            Span at = span(new Region(offset, offset + 1));
            if (!takeOut(scanner.bodies(), offset, true) && !takeOut(scanner.members(), offset, false)) {
                blank(new Region(offset, text.length()));
            }
            given.add(new ParseProblem(
                    at, "more than " + NestedBlocks.MOST + " blocks are nested inside of expressions", false));
            deep = NestedBlocks.tooDeep(text.toString());
        }
        return text.toString();
    }

    /** Tells of a block (true) or member whether it is what the parser fails on. */
    interface Culprit {
        boolean is(String text, boolean block);
    }

    /** The text without the bodies, or else members, that a test says are in the way; empty when there are none. */
    Optional<String> withoutWhat(Culprit culprit, ParseProblem problem) {
        OutlineScanner scanner = scan();
        boolean changed = rounds++ == 0 && repairKnownHoles(scanner.bodies())
                || withoutWhat(culprit, scanner.bodies(), true, problem)
                || withoutWhat(culprit, scanner.members(), false, problem);
        return changed ? Optional.of(text.toString()) : Optional.empty();
    }

    private boolean withoutWhat(Culprit culprit, List<Region> regions, boolean block, ParseProblem problem) {
        boolean changed = false;
        for (Region region : regions) {
            if (!isBlank(region) && culprit.is(text.substring(region.from(), region.to()), block)) {
                Span at = span(trimmed(region));
                changed |= takeOut(List.of(region), region.from(), block);
                given.add(new ParseProblem(at, problem.problem(), false));
            }
        }
        return changed;
    }

    private Region trimmed(Region region) {
        int from = region.from();
        while (from < region.to() - 1 && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return new Region(from, region.to());
    }

    private OutlineScanner scan() {
        OutlineScanner scanner = new OutlineScanner(text.toString());
        scanner.scan();
        return scanner;
    }

    /** A primitive type pattern becomes one of a class nobody knows; a local enum goes. */
    private boolean repairKnownHoles(List<Region> bodies) {
        boolean changed = false;
        Lexer lexer = new Lexer(text.toString());
        List<Region> enums = new ArrayList<>();
        boolean afterInstanceof = false;
        for (char token = lexer.next(); token != Lexer.END; token = lexer.next()) {
            boolean word = token == Lexer.WORD;
            if (word && afterInstanceof && PRIMITIVES.contains(lexer.word())) {
                text.setCharAt(lexer.start(), Character.toUpperCase(text.charAt(lexer.start())));
                changed = true;
            }
            afterInstanceof = word && (lexer.is("instanceof") || afterInstanceof && lexer.is("final"));
            if (word && lexer.is("enum")) {
                int from = lexer.start();
                if (bodies.stream().anyMatch(body -> body.contains(from)) && endOfEnum(lexer)) {
                    enums.add(new Region(from, lexer.end()));
                }
            }
        }
        for (Region local : enums) {
            given.add(new ParseProblem(span(local), "the parser does not know enums inside of methods", false));
            blank(local);
            changed = true;
        }
        return changed;
    }

    private static boolean endOfEnum(Lexer lexer) {
        if (lexer.next() != Lexer.WORD) {
            return false;
        }
        char token = lexer.next();
        while (token == Lexer.WORD || token == ',' || token == '.' || token == '<' || token == '>') {
            token = lexer.next();
        }
        if (token == '{') {
            lexer.skipBraces();
            return true;
        }
        return false;
    }

    private boolean takeOut(List<Region> regions, int offset, boolean body) {
        for (Region region : regions) {
            if (region.contains(offset) && !isBlank(region)) {
                blank(region);
                if (body) {
                    text.setCharAt(region.from(), ';'); // a method whose body is not known
                }
                return true;
            }
        }
        return false;
    }

    /** Ends what the text leaves open: a comment goes, braces are closed behind the last character. */
    private boolean closeAtEnd() {
        Lexer lexer = new Lexer(text.toString());
        int depth = 0;
        int end = 0;
        for (char token = lexer.next(); token != Lexer.END; token = lexer.next()) {
            depth = token == '{' ? depth + 1 : token == '}' ? Math.max(0, depth - 1) : depth;
            end = lexer.end();
        }
        int comment = text.lastIndexOf("/*");
        boolean open = comment >= end && text.indexOf("*/", comment + 2) < 0;
        if (open) {
            blank(new Region(text.indexOf("/*", end), text.length()));
        }
        text.append("}".repeat(depth));
        return open || depth > 0;
    }

    private boolean isBlank(Region region) {
        return text.substring(region.from(), region.to()).isBlank();
    }

    private void blank(Region region) {
        for (int i = region.from(); i < region.to(); i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    private int offset(int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf("\n", at);
            if (end < 0) {
                return text.length();
            }
            at = end + 1;
        }
        return at + Math.max(0, column - 1);
    }

    private Span span(Region region) {
        int line = 1;
        int lineStart = 0;
        int from = 0;
        int fromColumn = 0;
        for (int i = 0; i < region.to(); i++) {
            if (i == region.from()) {
                from = line;
                fromColumn = i - lineStart + 1;
            }
            if (text.charAt(i) == '\n' && i + 1 < region.to()) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Span(from, fromColumn, line, region.to() - lineStart);
    }
}
