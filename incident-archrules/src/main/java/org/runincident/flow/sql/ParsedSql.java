package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;

/** Reads what rows are written with a full SQL parser. The only class that knows it, so that it is loaded only when asked. */
final class ParsedSql {

    private final List<RowWrite> writes = new ArrayList<>();

    private ParsedSql() {}

    /**
     * What a statement writes.
     *
     * @return null when the text is not what the parser takes for SQL
     */
    static List<RowWrite> read(String text) {
        Statement statement;
        try {
            statement = new CCJSqlParser(text).Statement();
        } catch (ParseException | RuntimeException notSql) {
            return null; // the tolerant reader takes over
        }
        ParsedSql reader = new ParsedSql();
        if (statement instanceof Update update) {
            reader.add(update.getTable(), false, assignments(update.getUpdateSets()));
        } else if (statement instanceof Insert insert) {
            reader.insert(insert);
        } else if (statement instanceof Merge merge) {
            reader.merge(merge);
        } else {
            return null;
        }
        return reader.writes;
    }

    private void insert(Insert insert) {
        ExpressionList<?> values = null;
        if (insert.getSelect() instanceof PlainSelect select) {
            values = new ExpressionList<>(select.getSelectItems().stream()
                    .map(SelectItem::getExpression)
                    .toList());
        } else if (insert.getSelect() != null && insert.getValues() != null) {
            values = insert.getValues().getExpressions();
        }
        if (values != null && !values.isEmpty() && values.get(0) instanceof ParenthesedExpressionList<?> row) {
            values = row;
        }
        add(insert.getTable(), true, columns(insert.getColumns(), values));
        add(insert.getTable(), true, assignments(insert.getSetUpdateSets()));
        add(insert.getTable(), false, assignments(insert.getDuplicateUpdateSets()));
        if (insert.getConflictAction() != null) {
            add(insert.getTable(), false, assignments(insert.getConflictAction().getUpdateSets()));
        }
    }

    private void merge(Merge merge) {
        for (MergeOperation operation : merge.getOperations()) {
            if (operation instanceof MergeUpdate update) {
                add(merge.getTable(), false, assignments(update.getUpdateSets()));
            } else if (operation instanceof MergeInsert insert) {
                add(merge.getTable(), true, columns(insert.getColumns(), insert.getValues()));
            }
        }
    }

    private void add(Table table, boolean added, List<RowWrite.Column> columns) {
        if (!columns.isEmpty()) {
            String name = table == null || table.getName() == null ? "" : plain(table.getName());
            writes.add(new RowWrite(name, added, columns));
        }
    }

    private static List<RowWrite.Column> assignments(List<UpdateSet> sets) {
        List<RowWrite.Column> columns = new ArrayList<>();
        if (sets != null) {
            for (UpdateSet set : sets) {
                columns.addAll(columns(set.getColumns(), set.getValues()));
            }
        }
        return columns;
    }

    private static List<RowWrite.Column> columns(ExpressionList<Column> names, ExpressionList<?> values) {
        List<RowWrite.Column> columns = new ArrayList<>();
        if (names != null && values != null) {
            for (int i = 0; i < names.size() && i < values.size(); i++) {
                columns.add(new RowWrite.Column(plain(names.get(i).getColumnName()), value(values.get(i))));
            }
        }
        return columns;
    }

    private static String plain(String name) {
        return name.replaceAll("[`\"\\[\\]]", "");
    }

    private static SqlValue value(Expression expression) {
        if (expression instanceof StringValue text) {
            String plain = text.getValue();
            return plain.startsWith(":") && Template.isHole(plain.substring(1))
                    ? new SqlValue.Placeholder(plain.substring(1))
                    : new SqlValue.Constant(plain);
        } else if (expression instanceof LongValue || expression instanceof DoubleValue) {
            return new SqlValue.Constant(expression.toString());
        } else if (expression instanceof NullValue) {
            return SqlValue.NULL;
        } else if (expression instanceof JdbcParameter parameter) {
            return new SqlValue.Placeholder(String.valueOf(parameter.getIndex()));
        } else if (expression instanceof JdbcNamedParameter parameter) {
            return new SqlValue.Placeholder(parameter.getName());
        } else if (expression instanceof CaseExpression choice) {
            return oneOf(choice);
        } else if (expression instanceof Column path && isConstant(path)) {
            return new SqlValue.Constant(plain(path.getColumnName()));
        } else if (expression instanceof ParenthesedExpressionList<?> enclosed && enclosed.size() == 1) {
            return value(enclosed.get(0));
        }
        return SqlValue.OTHER;
    }

    private static boolean isConstant(Column path) {
        return path.getTable() != null
                || path.getColumnName().startsWith("\"")
                || TolerantSql.isConstant(path.getColumnName());
    }

    private static SqlValue oneOf(CaseExpression choice) {
        List<SqlValue> branches = new ArrayList<>();
        for (WhenClause branch : choice.getWhenClauses()) {
            branches.add(value(branch.getThenExpression()));
        }
        branches.add(choice.getElseExpression() == null ? SqlValue.NULL : value(choice.getElseExpression()));
        return new SqlValue.OneOf(branches);
    }
}
