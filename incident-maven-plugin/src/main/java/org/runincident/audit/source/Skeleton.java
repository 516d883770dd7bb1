package org.runincident.audit.source;

import org.runincident.audit.source.OutlineScanner.Region;

/**
 * A text without the insides of its bodies: declarations and nothing else, each where it was. Parsing it costs
 * a fraction.
 */
public final class Skeleton {
    private Skeleton() {}

    /** Empties every block in braces on the level of members; what stays keeps its line and column. */
    public static String of(String text) {
        OutlineScanner scanner = new OutlineScanner(text);
        scanner.scan();
        StringBuilder skeleton = new StringBuilder(text.length() / 2);
        int at = 0;
        for (Region braces : scanner.braces()) {
            boolean closed = braces.to() > braces.from() + 1 && text.charAt(braces.to() - 1) == '}';
            int end = closed ? braces.to() - 1 : braces.to();
            skeleton.append(text, at, braces.from() + 1);
            int lineStart = braces.from() + 1;
            for (int i = text.indexOf('\n', lineStart); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
                skeleton.append('\n');
                lineStart = i + 1;
            }
            skeleton.append(" ".repeat(end - lineStart));
            at = end;
        }
        return skeleton.append(text, at, text.length()).toString();
    }
}
