package org.runincident.code;

/**
 * A range in one source file.
 *
 * @param line first line, from 1; 0 when unknown
 * @param column first column, from 1; 0 when unknown (bytecode)
 * @param endLine last line, inclusive
 * @param endColumn last column, inclusive
 */
public record Span(int line, int column, int endLine, int endColumn) implements Comparable<Span> {
    /** No position is known. */
    public static final Span NONE = new Span(0, 0, 0, 0);

    /** A whole line whose columns are not known, as class files have it. */
    public static Span ofLine(int line) {
        return new Span(line, 0, line, 0);
    }

    public boolean contains(Span other) {
        return (line < other.line || line == other.line && column <= other.column)
                && (endLine > other.endLine || endLine == other.endLine && endColumn >= other.endColumn);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Span span
                        && line == span.line
                        && column == span.column
                        && endLine == span.endLine
                        && endColumn == span.endColumn;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * line + column) + endLine) + endColumn;
    }

    @Override
    public int compareTo(Span other) {
        int byLine = Integer.compare(line, other.line);
        if (byLine != 0) {
            return byLine;
        }
        int byColumn = Integer.compare(column, other.column);
        if (byColumn != 0) {
            return byColumn;
        }
        int byEnd = Integer.compare(endLine, other.endLine);
        return byEnd != 0 ? byEnd : Integer.compare(endColumn, other.endColumn);
    }
}
