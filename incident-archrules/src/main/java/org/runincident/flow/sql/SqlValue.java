package org.runincident.flow.sql;

import java.util.List;

/** What a statement writes into a column. */
public sealed interface SqlValue {

    /** A text, a number, or the last part of a path such as {@code JobStatus.FAILED}. */
    record Constant(String text) implements SqlValue {}

    /**
     * Something given beside the text.
     *
     * @param key {@code 1} for the first {@code ?}, a name for {@code :name}, {@link Template#holeKey} for what is
     *     concatenated in
     */
    record Placeholder(String key) implements SqlValue {}

    /** {@code NULL}. */
    record Null() implements SqlValue {}

    /** One of several: the branches of a {@code CASE}. */
    record OneOf(List<SqlValue> values) implements SqlValue {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Some other expression; it is taken to give something. */
    record Other() implements SqlValue {}

    SqlValue NULL = new Null();
    SqlValue OTHER = new Other();
}
