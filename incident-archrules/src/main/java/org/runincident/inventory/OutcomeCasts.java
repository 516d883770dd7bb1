package org.runincident.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.runincident.code.Place;
import org.runincident.code.TypeDeclaration;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Definitions;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Vocabulary;

/** Finds casts from a sealed outcome to some of its variants, and whether anything before them asks which it is. */
final class OutcomeCasts {
    private final Program program;
    private final OutcomeTypes types;
    private final List<OutcomeCast> casts = new ArrayList<>();

    private OutcomeCasts(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.types = new OutcomeTypes(program.declarations(), vocabulary.outcomes());
    }

    /** All such casts in the audited files, sorted by place. */
    static List<OutcomeCast> of(Program program, Vocabulary vocabulary) {
        OutcomeCasts search = new OutcomeCasts(program, vocabulary);
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                search.read(graph);
            }
        }
        search.casts.sort(Comparator.comparing(OutcomeCast::at));
        return search.casts;
    }

    private void read(EventGraph graph) {
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Combine cast
                        && cast.operator() == Event.Operator.CAST
                        && cast.parts().size() == 1) {
                    read(graph, block, cast);
                }
            }
        }
    }

    private void read(EventGraph graph, Block block, Event.Combine cast) {
        Value subject = cast.parts().get(0);
        if (!subject.type().resolved() || subject.type().text().startsWith("java.")) {
            return;
        }
        Optional<TypeDeclaration> from = program.declarations().type(subject.type());
        if (from.isEmpty() || !from.get().isSealed()) {
            return;
        }
        Optional<VariantSet> variants = types.variants(from.get());
        if (variants.isEmpty() || !types.isOutcome(variants.get())) {
            return;
        }
        List<String> excluded = variants.get().variants().stream()
                .filter(variant -> !types.takes(cast.to().type(), variant))
                .map(VariantSet.Variant::name)
                .toList();
        if (excluded.isEmpty() || excluded.size() == variants.get().variants().size()) {
            return;
        }
        TypeDeclaration declared = from.get();
        casts.add(new OutcomeCast(
                new Place(graph.file(), cast.at()),
                graph.method().key(),
                declared.name(),
                cast.to().type(),
                excluded,
                isChecked(graph, block, subject),
                declared.isFromSource() ? new Place(declared.file(), declared.at()) : null));
    }

    /** Whether every way from the start to the block takes an edge on which something is known of the subject. */
    private static boolean isChecked(EventGraph graph, Block target, Value subject) {
        Definitions definitions = new Definitions(graph);
        String wanted = path(subject, definitions);
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(0));
        while (!work.isEmpty()) {
            int id = work.poll();
            if (id == target.id()) {
                return false;
            }
            if (!seen.get(id)) {
                seen.set(id);
                for (Edge edge : graph.block(id).edges()) {
                    if (!tells(edge.condition(), wanted, definitions)) {
                        work.add(edge.target());
                    }
                }
            }
        }
        return true;
    }

    private static boolean tells(Condition condition, String wanted, Definitions definitions) {
        if (condition == null || condition instanceof Condition.IsNull) {
            return false;
        }
        // A question put to the value itself (kind(), isFailed()) tells as much as its type.
        String asked = path(condition.subject(), definitions);
        return asked.equals(wanted) || asked.startsWith(wanted + ".");
    }

    /** An access path as text, the same for two reads of the same thing: {@code v3.outcome}. */
    private static String path(Value value, Definitions definitions) {
        if (value instanceof Value.Variable variable) {
            return "v" + variable.id();
        }
        Event made = definitions.of(value);
        if (made instanceof Event.Get get) {
            return (get.receiver() == null ? get.owner().text() : path(get.receiver(), definitions)) + "."
                    + get.field();
        }
        if (made instanceof Event.Call call && call.receiver() != null) {
            return path(call.receiver(), definitions) + "." + call.method().name()
                    + (call.arguments().isEmpty() ? "" : call.arguments().toString());
        }
        return String.valueOf(value);
    }
}
