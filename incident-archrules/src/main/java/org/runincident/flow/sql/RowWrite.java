package org.runincident.flow.sql;

import java.util.List;

/**
 * One clause of a statement that writes a row.
 *
 * @param table table or entity as written, without schema and quotes; empty when it is not known
 * @param added whether the row is made by it, rather than changed
 * @param columns what is written, in order
 */
public record RowWrite(String table, boolean added, List<Column> columns) {

    /**
     * A column with what it takes.
     *
     * @param name without alias and quotes
     */
    public record Column(String name, SqlValue value) {}

    public RowWrite {
        columns = List.copyOf(columns);
    }
}
