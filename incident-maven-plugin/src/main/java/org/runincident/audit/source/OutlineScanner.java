package org.runincident.audit.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.runincident.audit.source.Outline.Import;
import org.runincident.audit.source.Outline.OutlinedType;
import org.runincident.code.TypeKind;

/**
 * Finds type declarations by their words. Bodies of members are passed over, so it costs little more than looking at each
 * character once.
 */
final class OutlineScanner {
    /**
     * A stretch of text.
     *
     * @param from offset of its first character
     * @param to offset behind its last
     */
    record Region(int from, int to) {
        boolean contains(int offset) {
            return from <= offset && offset < to;
        }
    }

    /** Annotations by which Lombok adds a nested builder. */
    private static final Set<String> BUILDERS = Set.of("Builder", "SuperBuilder");

    private final Lexer lexer;
    private final List<Import> imports = new ArrayList<>();
    private final List<OutlinedType> types = new ArrayList<>();
    private final List<OutlinedType> generated = new ArrayList<>();
    private final List<Region> braces = new ArrayList<>();
    private final List<Region> bodies = new ArrayList<>();
    private final List<Region> members = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private String packageName = "";
    private int memberStart;
    private int parentheses;
    private boolean annotating;
    private boolean withBuilder;

    OutlineScanner(String text) {
        this.lexer = new Lexer(text);
    }

    Outline scan() {
        char before = Lexer.END;
        char token = lexer.next();
        while (token != Lexer.END) {
            char here = token;
            annotating = token == '@' || annotating && (token == '.' || token == Lexer.WORD && before != Lexer.WORD);
            if (annotating && token == Lexer.WORD && BUILDERS.contains(lexer.word())) {
                withBuilder = true;
            }
            token = step(token, before);
            before = here;
        }
        endMember(lexer.end());
        types.addAll(generated);
        return new Outline(packageName, imports, types);
    }

    /** Every block in braces on the level of members, braces included: bodies, initializers, values of annotations. */
    List<Region> braces() {
        return braces;
    }

    /** Those of {@link #braces()} that are not inside parentheses. */
    List<Region> bodies() {
        return bodies;
    }

    /** The members of types and of the file, each with what stands between it and the one before. */
    List<Region> members() {
        return members;
    }

    /** Takes a token and gives the next one that nobody has looked at. */
    private char step(char token, char before) {
        switch (token) {
            case Lexer.WORD:
                return before == '.' ? lexer.next() : word(before);
            case '(':
                parentheses++;
                break;
            case ')':
                parentheses = Math.max(0, parentheses - 1);
                break;
            case '{':
                block();
                break;
            case '}':
                parentheses = 0;
                endMember(lexer.start());
                open.poll();
                break;
            case ';':
                if (parentheses == 0) {
                    endMember(lexer.end());
                }
                break;
            default:
        }
        return lexer.next();
    }

    private void block() {
        int from = lexer.start();
        lexer.skipBraces();
        Region region = new Region(from, lexer.end());
        braces.add(region);
        if (parentheses == 0) {
            bodies.add(region);
            endMember(region.to());
        }
    }

    private void endMember(int end) {
        if (end > memberStart) {
            members.add(new Region(memberStart, end));
        }
        memberStart = lexer.end();
        withBuilder = false;
    }

    private char word(char before) {
        if (open.isEmpty() && types.isEmpty()) {
            if (lexer.is("package")) {
                StringBuilder name = new StringBuilder();
                char after = qualifiedName(name, lexer.next());
                packageName = name.toString();
                return after;
            }
            if (lexer.is("import")) {
                return importDeclaration();
            }
        }
        if (lexer.is("class")) {
            return type(TypeKind.CLASS);
        }
        if (lexer.is("interface")) {
            return type(before == '@' ? TypeKind.ANNOTATION : TypeKind.INTERFACE);
        }
        if (lexer.is("enum")) {
            return type(TypeKind.ENUM);
        }
        return lexer.is("record") ? type(TypeKind.RECORD) : lexer.next();
    }

    private char importDeclaration() {
        boolean isStatic = false;
        boolean module = false;
        char token = lexer.next();
        if (token == Lexer.WORD && lexer.is("static")) {
            isStatic = true;
            token = lexer.next();
        }
        StringBuilder name = new StringBuilder();
        token = qualifiedName(name, token);
        if (name.toString().equals("module") && token == Lexer.WORD) {
            module = true;
            name.setLength(0);
            token = qualifiedName(name, token);
        }
        boolean asterisk = token == '*';
        if (name.length() > 0) {
            String bare = asterisk && name.charAt(name.length() - 1) == '.'
                    ? name.substring(0, name.length() - 1)
                    : name.toString();
            imports.add(new Import(bare, isStatic, asterisk, module));
        }
        return token;
    }

    /** Reads words joined by dots, annotations between them left out, and gives the token behind them. */
    private char qualifiedName(StringBuilder name, char first) {
        char token = first;
        while (true) {
            if (token == '@') {
                token = annotation();
            } else if (token == Lexer.WORD && (name.length() == 0 || name.charAt(name.length() - 1) == '.')) {
                name.append(lexer.word());
                token = lexer.next();
            } else if (token == '.' && name.length() > 0) {
                name.append('.');
                token = lexer.next();
            } else {
                return token;
            }
        }
    }

    /** Passes over an annotation behind its {@code @} and gives the token behind it. */
    private char annotation() {
        char token = qualifiedName(new StringBuilder(), lexer.next());
        return token == '(' ? skip('(', ')') : token;
    }

    /** With an opening sign as current token: gives the token behind the closing one. */
    private char skip(char opening, char closing) {
        int depth = 1;
        char token = lexer.next();
        while (token != Lexer.END && depth > 0) {
            if (token == opening) {
                depth++;
            } else if (token == closing) {
                depth--;
            } else if (token == '{') {
                braces(lexer.start());
            }
            token = lexer.next();
        }
        return token;
    }

    private void braces(int from) {
        lexer.skipBraces();
        braces.add(new Region(from, lexer.end()));
    }

    private char type(TypeKind kind) {
        char token = lexer.next();
        if (token != Lexer.WORD || parentheses > 0) {
            return token;
        }
        String simple = lexer.word();
        token = lexer.next();
        if (kind == TypeKind.RECORD && token != '(' && token != '<') {
            return token;
        }
        List<String> supertypes = new ArrayList<>();
        List<String> permitted = new ArrayList<>();
        List<String> into = List.of();
        while (token != '{') {
            if (token == '<') {
                token = skip('<', '>');
            } else if (token == '(') {
                token = skip('(', ')');
            } else if (token == Lexer.WORD && isClause()) {
                into = lexer.is("permits") ? permitted : supertypes;
                token = typeName(into);
            } else if (token == ',' && into != List.<String>of()) {
                token = typeName(into);
            } else if (token == '@') {
                token = annotation();
            } else {
                return token; // no declaration after all
            }
        }
        String outer = open.isEmpty() ? "" : open.peek();
        String around = outer.isEmpty() ? packageName : outer;
        String name = around.isEmpty() ? simple : around + "." + simple;
        types.add(new OutlinedType(name, outer, kind, supertypes, permitted));
        if (withBuilder) {
            String builder = name + "." + simple + "Builder";
            generated.add(new OutlinedType(builder, name, TypeKind.CLASS, List.of(), List.of()));
            withBuilder = false;
        }
        open.push(name);
        memberStart = lexer.end();
        return lexer.next();
    }

    private boolean isClause() {
        return lexer.is("extends") || lexer.is("implements") || lexer.is("permits");
    }

    /** Reads one type behind the current token, without its arguments, and gives the token behind it. */
    private char typeName(List<String> into) {
        StringBuilder name = new StringBuilder();
        char token = qualifiedName(name, lexer.next());
        while (token == '<') {
            token = qualifiedName(name, skip('<', '>'));
        }
        if (name.length() > 0) {
            into.add(name.toString());
        }
        return token;
    }
}
