package org.runincident.audit.source;

import com.github.javaparser.ast.CompilationUnit;
import java.util.regex.Pattern;

/**
 * Tells files that a program wrote and somebody checked in: nobody mends them by hand, so nobody wants findings in them.
 *
 * <p>The words are those of ANTLR, JavaCC, protoc, Thrift, Avro, jOOQ and the OpenAPI generator.
 */
public final class GeneratedMark {
    private static final Pattern WORDS = Pattern.compile(
            "\\bauto-?generated\\b|@generated\\b|\\bgenerated[\\s*/]+(?:code\\b|file\\b|by\\b|from\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final String ANNOTATION = "Generated";

    private GeneratedMark() {}

    /** Whether the comments before the first declaration say so, or every type of the file is marked {@code @Generated}. */
    public static boolean isOn(String text, CompilationUnit unit) {
        return saysSo(text.substring(0, header(text)))
                || !unit.getTypes().isEmpty()
                        && unit.getTypes().stream()
                                .allMatch(type -> type.getAnnotations().stream()
                                        .anyMatch(annotation -> annotation
                                                .getName()
                                                .getIdentifier()
                                                .equals(ANNOTATION)));
    }

    private static boolean saysSo(String header) {
        // A look at the letters first: they stand in one header of a thousand.
        return (header.contains("enerated") || header.contains("ENERATED"))
                && WORDS.matcher(header).find();
    }

    /** Length of the white space and comments a text begins with. */
    private static int header(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = after(text, "\n", at);
            } else if (text.startsWith("/*", at)) {
                at = after(text, "*/", at + 2);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
