package org.runincident.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.audit.cache.Rewriting;
import org.runincident.audit.source.Revision;
import org.runincident.audit.types.TypeIndex;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Helpers;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;
import org.runincident.inventory.Inventory;
import org.runincident.inventory.InventoryBuilder;
import org.runincident.vocabulary.Vocabulary;

/**
 * Two versions of a file that declare the same, and whether what the bodies of the later one do differently can be noticed: in
 * the inventory of those bodies, or by anybody who looks at them.
 *
 * <p>The argument. What is found in a body depends on it, on declarations, which are the same, and on the bodies it asks for.
 * An edited body has no say elsewhere when nobody looked at it in the last judgement, when the typestate has no business in it
 * now either, and when it calls no body that it did not call before, nor leaves one out that was looked at: then neither a
 * summary nor a circle of calls can differ, nor whether a method is called.
 * What is found in it is the same when, judged alone, both versions give the same inventory and ask for no other body.
 */
final class BodyEdit {
    private record Ref(TypeName owner, MethodKey method, boolean ownReceiver) {}

    private final Trace trace;
    private final TypeIndex index;
    private final Vocabulary vocabulary;
    private final String file;
    private final List<EventGraph> before;
    private final List<EventGraph> after;

    BodyEdit(
            Trace trace,
            TypeIndex index,
            Vocabulary vocabulary,
            String file,
            List<EventGraph> before,
            List<EventGraph> after) {
        this.trace = trace;
        this.index = index;
        this.vocabulary = vocabulary;
        this.file = file;
        this.before = before;
        this.after = after;
    }

    /** Whether nobody can tell the difference but by places; false when in doubt. */
    boolean isUnnoticed(Revision revision) {
        if (!methods(before).equals(methods(after))) {
            return false;
        }
        List<EventGraph> was = new ArrayList<>();
        List<EventGraph> is = new ArrayList<>();
        Rewriting<Span> placeless = new Rewriting<>(Span.class, span -> Span.NONE);
        for (int i = 0; i < before.size(); i++) {
            if (!placeless.of(before.get(i)).equals(placeless.of(after.get(i)))) {
                was.add(before.get(i));
                is.add(after.get(i));
            }
        }
        return was.isEmpty() || haveNoSay(was, is) && giveTheSame(was, is, revision);
    }

    private static List<MethodKey> methods(List<EventGraph> graphs) {
        return graphs.stream().map(graph -> graph.method().key()).toList();
    }

    private boolean haveNoSay(List<EventGraph> was, List<EventGraph> is) {
        for (int i = 0; i < was.size(); i++) {
            Set<Ref> added = refs(is.get(i));
            Set<Ref> removed = refs(was.get(i));
            removed.removeAll(added);
            added.removeAll(refs(was.get(i)));
            if (trace.looked().contains(was.get(i).method().key())
                    || readsCaptured(was.get(i))
                    || readsCaptured(is.get(i))
                    || !added.stream().allMatch(this::isWithoutBody)
                    || removed.stream().anyMatch(ref -> trace.looked().contains(ref.method()))) {
                return false;
            }
        }
        return true;
    }

    private static Set<Ref> refs(EventGraph graph) {
        Set<Ref> refs = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call) {
                    boolean own = call.receiver() instanceof Value.Variable variable
                            && variable.role() == Value.Role.RECEIVER;
                    ref(call.method(), own).ifPresent(refs::add);
                } else if (event instanceof Event.Create create) {
                    ref(create.method(), false).ifPresent(refs::add);
                }
            }
        }
        return refs;
    }

    private static Optional<Ref> ref(MethodRef method, boolean ownReceiver) {
        return Optional.ofNullable(method.declaration())
                .map(declaration -> new Ref(method.owner(), declaration.key(), ownReceiver));
    }

    private boolean isWithoutBody(Ref ref) {
        String declaring = ref.method().owner();
        if (!trace.names().contains(ref.method().name())) {
            return true;
        }
        if (trace.owners().contains(declaring)) {
            return false;
        }
        if (ref.method().name().equals("<init>")) {
            return true;
        }
        TypeName owner = ref.owner().resolved() ? ref.owner() : TypeName.resolved(declaring);
        return index.allSubtypes(owner).stream()
                .noneMatch(type -> trace.owners().contains(type.text()));
    }

    private static boolean readsCaptured(EventGraph graph) {
        return graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .flatMap(event -> EventValues.read(event).stream())
                .anyMatch(value -> value instanceof Value.Variable v && v.role() == Value.Role.CAPTURED);
    }

    private boolean giveTheSame(List<EventGraph> was, List<EventGraph> is, Revision revision) {
        Optional<Inventory> one = alone(was, before);
        Optional<Inventory> other = one.isEmpty() ? one : alone(is, after);
        return other.isPresent()
                && moved(one.get(), file, revision).filter(other.get()::equals).isPresent();
    }

    /** What is found in some bodies; empty when another body has a say in it. */
    private Optional<Inventory> alone(List<EventGraph> some, List<EventGraph> all) {
        Set<EventGraph> judged = new LinkedHashSet<>();
        // A body can ask which variables the classes inside of it see.
        all.stream()
                .filter(graph -> some.contains(graph) || readsCaptured(graph))
                .forEach(judged::add);
        Set<Object> doubts = new HashSet<>();
        Inventory inventory = InventoryBuilder.of(
                new FileExcerpt(file, index, List.copyOf(judged)), vocabulary, doubts::add, Helpers.NONE, method -> {
                    if (trace.owners().contains(method.owner())) {
                        doubts.add(method);
                    }
                });
        return doubts.isEmpty() ? Optional.of(inventory) : Optional.empty();
    }

    /** A value with all its places in the file moved; empty when one of them lies in what differs. */
    static <T> Optional<T> moved(T value, String file, Revision revision) {
        boolean[] lost = new boolean[1];
        T moved = new Rewriting<>(Place.class, place -> {
                    if (!place.file().equals(file)) {
                        return place;
                    }
                    Optional<Span> span = revision.moved(place.span());
                    lost[0] |= span.isEmpty();
                    return span.filter(s -> !s.equals(place.span()))
                            .map(s -> new Place(file, s))
                            .orElse(place);
                })
                .of(value);
        return lost[0] ? Optional.empty() : Optional.of(moved);
    }
}
