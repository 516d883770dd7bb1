package org.runincident.flow.status;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Value;

/** Finds a reason that was in reach of a silent site and was not recorded. */
public final class AtHand {

    private final StatusTypes types;

    public AtHand(StatusTypes types) {
        this.types = types;
    }

    /** The nearest one: a caught exception, a parameter, the same slot of another object; null when there is none. */
    public Unrecorded of(FailSite site) {
        EventGraph graph = site.graph();
        Optional<Handler> handler = graph.handlers().stream()
                .filter(h -> h.variable() != null && holds(graph, h.blocks(), site))
                .min(Comparator.comparingInt(h -> h.blocks().size()));
        if (handler.isPresent() && !isInterruption(handler.get())) {
            Value.Variable caught = handler.get().variable();
            String type = handler.get().caught().isEmpty()
                    ? "exception"
                    : handler.get().caught().get(0).simple();
            return new Unrecorded(
                    caught.name(), "a caught " + type, true, handler.get().at());
        }
        for (Value.Variable parameter : graph.parameters()) {
            if (types.slot(parameter.name(), parameter.type()) != Reason.Level.NONE
                    && !parameter.name().equals(site.subject())) {
                return new Unrecorded(
                        parameter.name(),
                        "the parameter " + parameter.name(),
                        false,
                        graph.method().at());
            }
        }
        return sameSlotElsewhere(site);
    }

    private static boolean isInterruption(Handler handler) {
        return handler.caught().stream().anyMatch(type -> type.is("java.lang.InterruptedException"));
    }

    private static boolean holds(EventGraph graph, Set<Integer> blocks, FailSite site) {
        for (int block : blocks) {
            for (Event event : graph.block(block).events()) {
                if (event.at().equals(site.key().at())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Unrecorded sameSlotElsewhere(FailSite site) {
        Set<String> wanted = slots(site.entity());
        if (wanted.isEmpty()) {
            return null;
        }
        Set<Value.Variable> seen = new HashSet<>();
        for (Value.Variable parameter : site.graph().parameters()) {
            seen.add(parameter);
        }
        for (Block block : site.graph().blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Copy copy && copy.to() instanceof Value.Variable variable) {
                    seen.add(variable);
                }
            }
        }
        return seen.stream()
                .filter(v -> !v.name().equals(site.subject())
                        && !v.type().equals(site.entity())
                        && !types.isThrowable(v.type()))
                .sorted(Comparator.comparingInt(Value.Variable::id))
                .flatMap(v -> slots(v.type()).stream()
                        .filter(wanted::contains)
                        .sorted()
                        .map(slot -> new Unrecorded(
                                v.name() + "." + slot,
                                "the " + slot + " of " + v.name(),
                                false,
                                site.key().at())))
                .findFirst()
                .orElse(null);
    }

    /** Names of the fields of a type that take a reason. */
    public Set<String> slots(TypeName type) {
        Set<String> slots = new java.util.TreeSet<>();
        for (TypeDeclaration declaration : types.declarations().lineage(type)) {
            declaration.fields().stream()
                    .filter(f -> !f.isStatic() && types.slot(f.name(), f.type()) != Reason.Level.NONE)
                    .forEach(f -> slots.add(f.name()));
            declaration.methods().stream()
                    .filter(m -> m.parameters().size() == 1)
                    .forEach(m -> {
                        String written = Accessors.written(m.name());
                        if (written != null
                                && types.slot(written, m.parameters().get(0).type()) != Reason.Level.NONE) {
                            slots.add(written);
                        }
                    });
        }
        return slots;
    }
}
