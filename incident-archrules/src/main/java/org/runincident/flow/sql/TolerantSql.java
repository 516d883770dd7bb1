package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what rows are written from the tokens alone: the clauses {@code UPDATE t SET a = b} and {@code INSERT INTO t (a)
 * VALUES (b)}, wherever they stand. What lies between is not understood, and need not be.
 */
final class TolerantSql {

    private static final Set<String> AFTER_SET =
            Set.of("where", "from", "returning", "when", "order", "limit", "output", "if", "join", "on");

    private final List<SqlToken> tokens;
    private final List<RowWrite> writes = new ArrayList<>();
    private String table = "";

    private TolerantSql(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    static List<RowWrite> read(List<SqlToken> tokens) {
        TolerantSql reader = new TolerantSql(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.isWord("merge")) {
                reader.table = reader.nameAfter(i + 1, Set.of("into"));
            } else if (token.isWord("update")) {
                reader.update(i + 1);
            } else if (token.isWord("insert") || token.isWord("replace")) {
                reader.insert(i + 1);
            }
        }
        return reader.writes;
    }

    private SqlToken at(int index) {
        return index < tokens.size() ? tokens.get(index) : new SqlToken(SqlToken.Kind.SIGN, ";");
    }

    private String nameAfter(int index, Set<String> noise) {
        int i = index;
        while (at(i).isOneOf(noise)) {
            i++;
        }
        return at(i).kind() == SqlToken.Kind.WORD ? at(i).lastPart() : "";
    }

    private void update(int from) {
        int set = from;
        while (set < tokens.size() && set < from + 12 && !at(set).isWord("set")) {
            set++;
        }
        boolean conflict =
                from >= 2 && (at(from - 2).isWord("do") || at(from - 2).isWord("key"));
        if (!at(set).isWord("set")) {
            if (conflict) {
                add(table, false, assignments(from));
            }
            return;
        }
        if (set > from) {
            table = nameAfter(from, Set.of("ignore", "low_priority", "only", "versioned", "top"));
        }
        add(table, false, assignments(set + 1));
    }

    /** {@code a = b, c = d} up to the end of the clause. */
    private List<RowWrite.Column> assignments(int from) {
        List<RowWrite.Column> columns = new ArrayList<>();
        int i = from;
        while (i < tokens.size()) {
            while (at(i).isSign(",")) {
                i++;
            }
            if (at(i).kind() != SqlToken.Kind.WORD || !at(i + 1).isSign("=")) {
                return columns;
            }
            String column = at(i).lastPart();
            int end = endOfExpression(i + 2);
            columns.add(new RowWrite.Column(column, value(tokens.subList(Math.min(i + 2, end), end))));
            i = end;
            if (!at(i).isSign(",")
                    && !(at(i).kind() == SqlToken.Kind.WORD && at(i + 1).isSign("="))) {
                return columns;
            }
        }
        return columns;
    }

    private int endOfExpression(int from) {
        int depth = 0;
        int cases = 0;
        for (int i = from; i < tokens.size(); i++) {
            SqlToken token = at(i);
            if (token.isSign("(")) {
                depth++;
            } else if (token.isSign(")")) {
                if (depth-- == 0) {
                    return i;
                }
            } else if (token.isWord("case")) {
                cases++;
            } else if (token.isWord("end") && cases > 0) {
                cases--;
            } else if (depth == 0 && cases == 0) {
                boolean next = i > from
                        && token.kind() == SqlToken.Kind.WORD
                        && at(i + 1).isSign("=");
                if (token.isSign(",") || token.isSign(";") || token.isOneOf(AFTER_SET) || next) {
                    return i;
                }
            }
        }
        return tokens.size();
    }

    private void insert(int from) {
        int i = from;
        while (at(i).isOneOf(Set.of("into", "ignore", "or", "overwrite", "replace", "delayed"))) {
            i++;
        }
        if (at(i).kind() == SqlToken.Kind.WORD && !at(i).isWord("values")) {
            table = at(i).lastPart();
            i++;
        } else if (at(i).kind() == SqlToken.Kind.PLACEHOLDER) {
            table = "";
            i++;
        }
        if (!at(i).isSign("(")) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (i++; i < tokens.size() && !at(i).isSign(")"); i++) {
            if (at(i).kind() == SqlToken.Kind.WORD) {
                names.add(at(i).lastPart());
            }
        }
        i++;
        if (at(i).isOneOf(Set.of("values", "value"))) {
            i++;
        } else if (!at(i).isWord("select")) {
            return;
        }
        add(table, true, columns(names, at(i).isSign("(") || at(i).isWord("select") ? i + 1 : i));
    }

    private List<RowWrite.Column> columns(List<String> names, int from) {
        List<RowWrite.Column> columns = new ArrayList<>();
        int i = from;
        for (String name : names) {
            int end = endOfExpression(i);
            columns.add(new RowWrite.Column(name, value(tokens.subList(Math.min(i, end), end))));
            if (!at(end).isSign(",")) {
                break;
            }
            i = end + 1;
        }
        return columns;
    }

    private void add(String name, boolean added, List<RowWrite.Column> columns) {
        if (!columns.isEmpty()) {
            writes.add(new RowWrite(name, added, once(columns)));
        }
    }

    /** A column that several parts of a mapper's statement write takes one of their values. */
    private static List<RowWrite.Column> once(List<RowWrite.Column> columns) {
        Map<String, List<SqlValue>> values = new LinkedHashMap<>();
        columns.forEach(column ->
                values.computeIfAbsent(column.name(), c -> new ArrayList<>()).add(column.value()));
        List<RowWrite.Column> once = new ArrayList<>();
        values.forEach((name, all) ->
                once.add(new RowWrite.Column(name, all.size() == 1 ? all.get(0) : new SqlValue.OneOf(all))));
        return once;
    }

    private static SqlValue value(List<SqlToken> expression) {
        if (expression.size() == 1) {
            return value(expression.get(0));
        }
        if (!expression.isEmpty() && expression.get(0).isWord("case")) {
            List<SqlValue> branches = new ArrayList<>();
            for (int i = 0; i + 1 < expression.size(); i++) {
                if (expression.get(i).isWord("then") || expression.get(i).isWord("else")) {
                    branches.add(value(expression.get(i + 1)));
                }
            }
            return new SqlValue.OneOf(branches);
        }
        return SqlValue.OTHER;
    }

    private static SqlValue value(SqlToken token) {
        return switch (token.kind()) {
            case TEXT, NUMBER -> new SqlValue.Constant(token.text());
            case PLACEHOLDER -> new SqlValue.Placeholder(token.text());
            case WORD ->
                token.isWord("null")
                        ? SqlValue.NULL
                        : isConstant(token.text()) ? new SqlValue.Constant(token.lastPart()) : SqlValue.OTHER;
            case SIGN -> SqlValue.OTHER;
        };
    }

    /** A path to an enum constant; HQL takes its bare name, too, and some databases a text in double quotes. */
    static boolean isConstant(String word) {
        return word.contains(".") || word.chars().noneMatch(Character::isLowerCase);
    }
}
