package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.runincident.code.TypeName;
import org.runincident.flow.Value;
import org.runincident.flow.sql.RowStatements;
import org.runincident.flow.sql.RowWrite;
import org.runincident.flow.sql.SqlValue;

/**
 * What statements do to the paths that run them: the row that is written is a subject like any other, its columns are
 * slots. It takes status and reason at once, where the statement runs; a column bound to something nobody knows is taken
 * to be filled.
 */
final class RowWrites {

    private final MethodScope scope;
    private final StatusTypes types;
    private final StatusWrites writes;
    private final RowStatements statements;

    RowWrites(MethodScope scope, StatusWrites writes, RowStatements statements) {
        this.scope = scope;
        this.types = scope.types();
        this.writes = writes;
        this.statements = statements;
    }

    /** Whether an event makes, fills or runs a statement. */
    boolean isStep(int block, int index) {
        return !statements.at(block, index).isEmpty();
    }

    /** The rows that the statements run by an event write. */
    List<Ref.Made> rowsOf(int block, int index) {
        List<Ref.Made> rows = new ArrayList<>();
        for (RowStatements.Step step : statements.at(block, index)) {
            if (step instanceof RowStatements.Step.Run run) {
                for (int i = 0; i < run.statement().writes().size(); i++) {
                    rows.add(row(run.statement(), i, null));
                }
            }
        }
        return rows;
    }

    /** The paths after an event has done what it does beside. */
    List<PathState> after(List<PathState> before, int block, int index) {
        List<PathState> states = before;
        for (RowStatements.Step step : statements.at(block, index)) {
            if (step instanceof RowStatements.Step.Bound bound) {
                for (PathState state : states) {
                    state.setMember(slot(bound.statement(), bound.key()), state.read(bound.value()));
                }
            } else {
                List<PathState> next = new ArrayList<>();
                states.forEach(state -> next.addAll(run(state, step.statement())));
                states = next;
            }
        }
        return states;
    }

    private List<PathState> run(PathState before, RowStatements.Statement statement) {
        List<PathState> states = List.of(before);
        if (isColumnByColumn(statement)) {
            return write(states, statement, 0, columnsOf(statement));
        }
        for (int i = 0; i < statement.writes().size(); i++) {
            states = write(states, statement, i, statement.writes().get(i).columns());
        }
        return states;
    }

    /** One row whose columns were set one by one. */
    private static boolean isColumnByColumn(RowStatements.Statement statement) {
        return statement.writes().stream().allMatch(write -> write.columns().size() == 1)
                && statement.writes().get(0).columns().get(0).value() instanceof SqlValue.Placeholder first
                && first.key().startsWith("set ");
    }

    private static List<RowWrite.Column> columnsOf(RowStatements.Statement statement) {
        return statement.writes().stream()
                .flatMap(write -> write.columns().stream())
                .toList();
    }

    private List<PathState> write(
            List<PathState> before, RowStatements.Statement statement, int clause, List<RowWrite.Column> columns) {
        List<PathState> states = before;
        for (PathState state : states) {
            Ref row = row(statement, clause, givenBy(state, statement));
            for (RowWrite.Column column : columns) {
                Reason.Level level = level(column.name());
                if (!isStatus(column) && level != Reason.Level.NONE) {
                    AbstractValue value = value(state, statement, column.value());
                    if (value != null) {
                        writes.reason(state, row, value, level, statement.at());
                    }
                }
            }
        }
        for (RowWrite.Column column : columns) {
            if (!isStatus(column)) {
                continue;
            }
            List<PathState> next = new ArrayList<>();
            for (PathState state : states) {
                AbstractValue value = value(state, statement, column.value());
                next.addAll(
                        value == null
                                ? List.of(state)
                                : writes.status(
                                        state,
                                        row(statement, clause, givenBy(state, statement)),
                                        column.name(),
                                        TypeName.STRING,
                                        value,
                                        statement.at(),
                                        FailSite.Kind.SQL));
            }
            states = next;
        }
        return states;
    }

    private boolean isStatus(RowWrite.Column column) {
        return types.holdsStatus(column.name(), TypeName.STRING);
    }

    /** A column for a code says more than one for text. */
    private Reason.Level level(String column) {
        Reason.Level level = types.slot(column, TypeName.STRING);
        boolean code = org.runincident.vocabulary.Words.last(column).equals("code");
        return level == Reason.Level.TEXT && code ? Reason.Level.STRUCTURED : level;
    }

    /** @return null when the statement leaves the column as it is on this path */
    private AbstractValue value(PathState state, RowStatements.Statement statement, SqlValue value) {
        if (value instanceof SqlValue.Constant constant) {
            return AbstractValue.exactly(new Atom(Atom.Kind.TEXT, TypeName.STRING, constant.text()), TypeName.STRING);
        } else if (value instanceof SqlValue.Null) {
            return AbstractValue.NULL;
        } else if (value instanceof SqlValue.Placeholder placeholder) {
            return given(state, statement, placeholder.key());
        } else if (value instanceof SqlValue.OneOf several) {
            AbstractValue any = null;
            for (SqlValue each : several.values()) {
                AbstractValue one = value(state, statement, each);
                any = any == null || one == null ? one : any.or(one);
            }
            return any;
        }
        return AbstractValue.unknown(null, TypeName.STRING);
    }

    private AbstractValue given(PathState state, RowStatements.Statement statement, String key) {
        AbstractValue bound = state.member(slot(statement, key));
        if (bound != null) {
            return bound;
        }
        if (key.startsWith("set ")) {
            return null;
        }
        AbstractValue zeroBased = isNumber(key) && state.member(slot(statement, "0")) != null
                ? state.member(slot(statement, String.valueOf(Integer.parseInt(key) - 1)))
                : null;
        if (zeroBased != null) {
            return zeroBased;
        }
        for (Value given : statement.given().values()) {
            Ref map = state.read(given).ref();
            AbstractValue entry = map == null || map.depth() >= Ref.DEEPEST
                    ? null
                    : state.member(new Ref.Member(map, key, TypeName.UNKNOWN));
            if (entry != null) {
                return entry;
            }
        }
        if (statement.given().containsKey(key)) {
            return state.read(statement.given().get(key));
        }
        return parameter(state, key);
    }

    /** A placeholder named like a parameter of the method takes it; {@code :job.status} is a member of one. */
    private AbstractValue parameter(PathState state, String key) {
        String[] path = key.split("\\.");
        List<Value.Variable> parameters = scope.graph().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value.Variable parameter = parameters.get(i);
            if (!parameter.name().equals(path[0])) {
                continue;
            }
            AbstractValue value = state.read(parameter);
            if (path.length == 1) {
                return value;
            }
            return value.ref() == null
                    ? AbstractValue.unknown(null, TypeName.UNKNOWN)
                    : AbstractValue.unknown(new Ref.Member(value.ref(), path[1], TypeName.UNKNOWN), TypeName.UNKNOWN);
        }
        return AbstractValue.unknown(null, TypeName.UNKNOWN);
    }

    private static boolean isNumber(String key) {
        return !key.isEmpty() && key.length() < 4 && key.chars().allMatch(Character::isDigit);
    }

    private static Ref slot(RowStatements.Statement statement, String key) {
        return new Ref.Member(new Ref.Made(-1 - statement.id(), -1, null, TypeName.UNKNOWN), key, TypeName.UNKNOWN);
    }

    private Ref.Made row(RowStatements.Statement statement, int clause, Ref from) {
        String table = statement.writes().get(clause).table();
        Ref.Made row = new Ref.Made(-1 - statement.id(), clause, from, TypeName.written(table));
        scope.name(row, table.isEmpty() ? "the row" : table);
        return row;
    }

    /** The parameter that says which row: one that is bound and is neither status nor reason. */
    private Ref givenBy(PathState state, RowStatements.Statement statement) {
        TreeSet<String> written = new TreeSet<>();
        for (RowWrite.Column column : columnsOf(statement)) {
            if (column.value() instanceof SqlValue.Placeholder placeholder) {
                written.add(placeholder.key());
            }
        }
        for (Map.Entry<String, Value> given : new java.util.TreeMap<>(statement.given()).entrySet()) {
            Ref ref = written.contains(given.getKey())
                    ? null
                    : state.read(given.getValue()).ref();
            if (ref != null && ref.root() instanceof Ref.Parameter) {
                return ref;
            }
        }
        return null;
    }
}
