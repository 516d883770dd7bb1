package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.runincident.code.Answer;
import org.runincident.code.MethodKey;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.flow.sql.RowStatements;
import org.runincident.flow.sql.RowWrite;
import org.runincident.flow.sql.SqlValue;
import org.runincident.vocabulary.Words;

/**
 * Writes of a status that go round the method through which it is to change ({@link Sanctioned}): a setter that only sets, a
 * field, a row. Only statuses that stand there as constants, on objects that were not just made.
 */
final class RoundTransitions {

    /** First words of methods that bring back what was, and so change nothing. */
    private static final Set<String> BRINGING_BACK = Set.of(
            "load",
            "read",
            "restore",
            "from",
            "parse",
            "copy",
            "clone",
            "init",
            "initialize",
            "reset",
            "deserialize",
            "map",
            "convert",
            "build",
            "create",
            "new",
            "recover",
            "reload",
            "refresh",
            "sync",
            "merge",
            "replay",
            "apply",
            "import",
            "of",
            "revert",
            "rollback",
            "test",
            "mock");

    private final Program program;
    private final StatusTypes types;
    private final Sanctioned sanctioned;
    private final Set<MethodKey> called = new HashSet<>();
    private final List<Turn> found = new ArrayList<>();

    private RoundTransitions(Program program, StatusTypes types) {
        this.program = program;
        this.types = types;
        this.sanctioned = new Sanctioned(program, types);
    }

    /**
     * In the audited files.
     *
     * @param looked takes the methods that write a status: any of them may be a way for others to go
     */
    static List<Turn> of(Program program, StatusTypes types, Set<MethodKey> looked) {
        RoundTransitions search = new RoundTransitions(program, types);
        looked.addAll(search.sanctioned.writing());
        if (!search.sanctioned.slots().isEmpty()) {
            search.seeCalls();
            for (EventGraph graph : program.graphs()) {
                if (program.isAudited(graph.file())) {
                    search.look(graph);
                }
            }
        }
        return search.found;
    }

    private void seeCalls() {
        for (EventGraph graph : program.graphs()) {
            for (Block block : graph.blocks()) {
                for (Event event : block.events()) {
                    if (event instanceof Event.Call call && call.method().declaration() != null) {
                        called.add(call.method().declaration().key());
                    }
                }
            }
        }
    }

    private void look(EventGraph graph) {
        Definitions definitions = null;
        for (WrittenStatus write : sanctioned.writtenIn(graph)) {
            Value.Constant constant = write.constant(types);
            if (constant == null || sanctioned.of(write.slot()).isEmpty() || isFirst(constant) || !onlySets(write)) {
                continue;
            }
            definitions = definitions == null ? new Definitions(graph) : definitions;
            Sanctioned.Way way = wayRound(graph, write, constant.name());
            if (way != null && !isNew(write.subject(), definitions) && !isSanctionedItself(graph, write)) {
                add(graph, write.at(), write.text(definitions), write.slot(), constant.name(), way);
            }
        }
        if (!bringsBack(graph) && RowStatements.mayHold(graph)) {
            rows(graph);
        }
    }

    /** The status that everything begins with. */
    private boolean isFirst(Value.Constant constant) {
        return types.declarations()
                .type(Atom.of(constant).type())
                .filter(type -> !type.constants().isEmpty()
                        && type.constants().get(0).name().equals(constant.name()))
                .isPresent();
    }

    /** Whether the write does nothing more: a setter whose body shows does so, too. */
    private boolean onlySets(WrittenStatus write) {
        if (!(write.event() instanceof Event.Call call)) {
            return true;
        }
        MethodKey setter = call.method().declaration().key();
        return sanctioned.of(write.slot()).stream().noneMatch(way -> way.key().equals(setter))
                && program.graph(setter)
                        .map(body -> sanctioned.writtenIn(body).stream()
                                .anyMatch(inner -> inner.event() instanceof Event.Put))
                        .orElse(true);
    }

    /** The method to go through; null when the write may stand. */
    private Sanctioned.Way wayRound(EventGraph graph, WrittenStatus write, String status) {
        if (bringsBack(graph)) {
            return null;
        }
        boolean inside = isInside(graph, write.slot().owner());
        for (Sanctioned.Way way : sanctioned.of(write.slot())) {
            boolean open = inside || !way.graph().method().isPrivate();
            boolean used = way.declared() || called.contains(way.key());
            // A method that gives one status of its own accord binds those outside, and for that status only.
            boolean binds = way.declared()
                    || way.fixed().isEmpty()
                    || !inside && way.fixed().size() == 1;
            if (open && used && binds && way.takes(status) && isAnotherWay(graph, way)) {
                return way;
            }
        }
        return null;
    }

    private boolean isAnotherWay(EventGraph graph, Sanctioned.Way way) {
        return !way.key().equals(graph.method().key())
                && !way.graph().method().name().equals(graph.method().name());
    }

    /** A method that looks first, or tells of the change itself, is a way of its own. */
    private boolean isSanctionedItself(EventGraph graph, WrittenStatus write) {
        return graph.method().annotations().contains("Transition")
                || sanctioned.looksFirst(graph, write)
                || sanctioned.announces(graph, write);
    }

    private boolean isInside(EventGraph graph, TypeName owner) {
        String own = graph.method().key().owner();
        return own.equals(owner.text())
                || own.startsWith(owner.text() + ".")
                || own.startsWith(owner.text() + "$")
                || types.declarations().isSubtype(TypeName.resolved(own), owner) == Answer.YES;
    }

    private boolean bringsBack(EventGraph graph) {
        String name = graph.method().name();
        List<String> words = Words.of(name);
        String owner = graph.method().key().owner();
        String simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
        return name.startsWith("<")
                || !words.isEmpty() && BRINGING_BACK.contains(words.get(0))
                || types.vocabulary().bystanders().isDefinition(simple)
                || types.vocabulary().bystanders().isTelemetry(simple);
    }

    /** What was just made takes its first status; nothing goes round anything. */
    private static boolean isNew(Value subject, Definitions definitions) {
        return definitions.of(subject) instanceof Event.Create
                || definitions.copiesTo(subject).stream()
                        .anyMatch(from -> definitions.of(from) instanceof Event.Create);
    }

    private void rows(EventGraph graph) {
        RowStatements statements = RowStatements.of(graph, types.vocabulary().statuses()::isStatusName);
        Set<Span> seen = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (int i = 0; i < block.events().size(); i++) {
                for (RowStatements.Step step : statements.at(block.id(), i)) {
                    if (step instanceof RowStatements.Step.Run run
                            && seen.add(run.statement().at())) {
                        run.statement()
                                .writes()
                                .forEach(write -> row(graph, run.statement().at(), write));
                    }
                }
            }
        }
    }

    private void row(EventGraph graph, Span at, RowWrite write) {
        if (write.added()) {
            return;
        }
        for (RowWrite.Column column : write.columns()) {
            if (!(column.value() instanceof SqlValue.Constant constant)) {
                continue;
            }
            for (WrittenStatus.Slot slot : sanctioned.slots()) {
                if (isTableOf(write.table(), slot.owner())
                        && Words.last(column.name()).equals(Words.last(slot.property()))) {
                    sanctioned.of(slot).stream()
                            .filter(way -> way.takes(constant.text()) && isStatusOf(slot, constant.text()))
                            .findFirst()
                            .ifPresent(way -> add(graph, at, write.table(), slot, constant.text(), way));
                }
            }
        }
    }

    private boolean isStatusOf(WrittenStatus.Slot slot, String status) {
        return types.declarations()
                .field(slot.owner(), slot.property())
                .flatMap(field -> types.declarations().type(field.type()))
                .filter(type -> type.hasConstant(status))
                .isPresent();
    }

    /** {@code Order} of JPQL, and {@code orders}, {@code t_order} of SQL. */
    private static boolean isTableOf(String table, TypeName entity) {
        if (table.equals(entity.simple())) {
            return true;
        }
        List<String> words = singular(Words.of(table));
        List<String> sought = new ArrayList<>(singular(Words.of(entity.simple())));
        sought.removeIf(word -> Set.of("entity", "record", "row", "po", "do").contains(word) && sought.size() > 1);
        return !sought.isEmpty()
                && words.size() >= sought.size()
                && words.size() <= sought.size() + 1
                && words.subList(words.size() - sought.size(), words.size()).equals(sought);
    }

    private static List<String> singular(List<String> words) {
        List<String> all = new ArrayList<>(words);
        if (!all.isEmpty()) {
            String last = all.get(all.size() - 1);
            all.set(
                    all.size() - 1,
                    last.length() > 3 && last.endsWith("s") ? last.substring(0, last.length() - 1) : last);
        }
        return all;
    }

    private void add(
            EventGraph graph, Span at, String subject, WrittenStatus.Slot slot, String to, Sanctioned.Way way) {
        String name =
                way.graph().method().name() + "(" + String.join(", ", way.key().parameterTypes()) + ")";
        Trail step = new Trail(
                null,
                Trail.Kind.SITE,
                at,
                slot.property() + " becomes " + to,
                subject.isEmpty() ? "it" : subject,
                null);
        found.add(new Turn(
                Turn.Kind.ROUND_TRANSITION,
                graph,
                at,
                subject.isEmpty() ? "it" : subject,
                slot.owner(),
                "",
                to,
                name,
                List.of(step)));
    }
}
