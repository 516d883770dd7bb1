package org.runincident.archrules.bytecode;

import java.util.List;
import org.runincident.code.Span;
import org.runincident.rule.allow.Allowance;

/** What a source file says that its class files do not, where it is at hand. */
interface SourceHints {
    /** No source is at hand. */
    SourceHints NONE = new SourceHints() {
        @Override
        public Clause caught(int line) {
            return new Clause("", List.of());
        }

        @Override
        public List<String> comments(int firstLine, int lastLine) {
            return List.of();
        }

        @Override
        public String documentation(int line) {
            return "";
        }

        @Override
        public Rest rest(int line) {
            return null;
        }

        @Override
        public List<String> around(int firstLine, int lastLine) {
            return List.of();
        }

        @Override
        public Span declaration(String name) {
            return Span.NONE;
        }

        @Override
        public int catchLine(int from, int to) {
            return from;
        }

        @Override
        public boolean isElse(int line) {
            return false;
        }

        @Override
        public int head(String method, int line) {
            return 0;
        }

        @Override
        public List<Allowance> allowances(String file) {
            return List.of();
        }
    };

    /**
     * A catch clause.
     *
     * @param name of its exception; empty when it cannot be told
     * @param comments texts of those that speak of it
     */
    record Clause(String name, List<String> comments) {}

    /**
     * What takes the variants that no arm of a switch names.
     *
     * @param explicit whether a {@code default} is written
     * @param line of the {@code default}; of the switch when there is none
     * @param comments texts of the comments on it
     * @param around texts of all comments inside of the switch, and of those in a row directly before or behind it
     */
    record Rest(boolean explicit, int line, List<String> comments, List<String> around) {}

    /** The catch clause that begins on a line. */
    Clause caught(int line);

    /** Texts of the comments on those lines, both included. */
    List<String> comments(int firstLine, int lastLine);

    /** Text of the doc comment of the member whose code begins on a line; empty when there is none. */
    String documentation(int line);

    /** The rest of the switch that begins on a line; null when it cannot be told. */
    Rest rest(int line);

    /** Texts of all comments on the lines of a chain of ifs, and of those in a row directly before it. */
    List<String> around(int firstLine, int lastLine);

    /** The line on which a type or an annotated member of that name is declared; none when it cannot be told. */
    Span declaration(String name);

    /** The first line of a range on which a catch clause begins; the first of all when none does. Not all compilers mark it. */
    int catchLine(int from, int to);

    /** Whether the first {@code if} on a line is that of an {@code else}. */
    boolean isElse(int line);

    /** The line with the name of the method whose code begins on a line; 0 when it cannot be told. */
    int head(String method, int line);

    /** What the comments of the file allow. */
    List<Allowance> allowances(String file);
}
