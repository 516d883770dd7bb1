package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.runincident.code.Span;
import org.runincident.flow.Block;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Value;
import org.runincident.vocabulary.StatusWords;

/**
 * Sees, in one method, that a bad end is overwritten by a good one, and that a run is left running. Only what is certain:
 * a branch in between, or a call that may know more, and nothing is said.
 */
final class Turns {

    private final MethodScope scope;
    private final EventGraph graph;
    private final StatusWords words;
    private final SortedMap<Span, Turn> found = new TreeMap<>();

    Turns(MethodScope scope) {
        this.scope = scope;
        this.graph = scope.graph();
        this.words = scope.types().vocabulary().statuses();
    }

    /** A status is written; the path as it was before. */
    void written(PathState before, Ref subject, String property, AbstractValue value, Span at) {
        Atom given = value.only();
        if (given == null || given.kind() != Atom.Kind.CONSTANT || !words.isGoodEnd(given.text())) {
            return;
        }
        for (SubjectState.Pending pending : before.subject(subject).pending()) {
            FailSite site = scope.sites().get(pending.site());
            List<Trail> since = before.trail() == null ? List.of() : sinceSite(before.trail(), pending.site());
            if (pending.property().equals(property)
                    && !since.isEmpty()
                    && !site.isPart()
                    && site.origins().isEmpty()
                    && since.stream().noneMatch(step -> step.kind() == Trail.Kind.BRANCH)) {
                found.putIfAbsent(
                        at,
                        new Turn(
                                Turn.Kind.OVERWRITTEN,
                                graph,
                                at,
                                scope.text(subject),
                                subject.type(),
                                StatusWrites.join(pending.ends().all()),
                                given.text(),
                                "",
                                since));
            }
        }
    }

    /** A slot that holds what an exception said takes a text that is the same every time; the path as it was before. */
    void rewritten(PathState before, Ref subject, String slot, Told.Slot written, AbstractValue value) {
        SubjectState state = before.subject(subject);
        Told.Slot held = state.told().slot(slot);
        Atom text = value.only();
        if (held == null
                || held.said().isNone()
                || !held.detailed()
                || text == null
                || text.kind() != Atom.Kind.TEXT
                || state.pending().isEmpty()
                || before.reasonOf(subject).assumed() == Reason.Level.STRUCTURED) {
            return;
        }
        List<Trail> since = before.trail() == null ? List.of() : sinceTold(before.trail(), held.at());
        if (!since.isEmpty() && since.stream().noneMatch(step -> step.kind() == Trail.Kind.BRANCH)) {
            found.putIfAbsent(
                    written.at(),
                    new Turn(
                            Turn.Kind.WEAKENED,
                            graph,
                            written.at(),
                            scope.text(subject),
                            subject.type(),
                            slot,
                            text.text(),
                            "",
                            since));
        }
    }

    private static List<Trail> sinceTold(Trail trail, Span at) {
        List<Trail> steps = trail.inOrder();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).kind() == Trail.Kind.TOLD && steps.get(i).at().equals(at)) {
                return steps.subList(i, steps.size());
            }
        }
        return List.of();
    }

    private static List<Trail> sinceSite(Trail trail, SiteKey site) {
        List<Trail> steps = trail.inOrder();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (site.equals(steps.get(i).site())) {
                return steps.subList(i, steps.size());
            }
        }
        return List.of();
    }

    /** What was seen, with what the ways out of the method show. */
    List<Turn> of(List<MethodSolver.End> ends) {
        Set<Ref> endedHere = new HashSet<>();
        for (MethodSolver.End end : ends) {
            end.state().members((ref, value) -> {
                if (isEnd(value)) {
                    endedHere.add(ref);
                }
            });
        }
        for (MethodSolver.End end : ends) {
            if (!end.thrown() && !endedHere.isEmpty()) {
                end.state().members((ref, value) -> {
                    if (endedHere.contains(ref) && isRunning(value) && ref instanceof Ref.Member status) {
                        leftRunning(end.state(), status, value.only());
                    }
                });
            }
        }
        return List.copyOf(found.values());
    }

    private boolean isEnd(AbstractValue value) {
        return !value.open()
                && !value.atoms().isEmpty()
                && value.atoms().stream()
                        .allMatch(atom -> atom.kind() == Atom.Kind.CONSTANT
                                && (words.isGoodEnd(atom.text())
                                        || scope.types().isBadEnd(atom)));
    }

    private boolean isRunning(AbstractValue value) {
        Atom only = value.only();
        return only != null
                && only.kind() == Atom.Kind.CONSTANT
                && scope.types().isStatus(only.type())
                && words.isRunning(only.text());
    }

    private void leftRunning(PathState state, Ref.Member status, Atom running) {
        if (state.trail() == null || !scope.isSiteOn(status.of(), FailSite.Kind.SETTER, true)) {
            return;
        }
        List<Trail> steps = state.trail().inOrder();
        int started = -1;
        int caught = -1;
        String subject = scope.text(status.of());
        for (int i = 0; i < steps.size(); i++) {
            Trail step = steps.get(i);
            if (step.kind() == Trail.Kind.STARTED && subject.equals(step.subject())) {
                started = i;
                caught = -1;
            } else if (step.kind() == Trail.Kind.CAUGHT && started >= 0) {
                caught = i;
            }
        }
        if (caught < 0) {
            return;
        }
        Trail step = steps.get(caught);
        for (Handler handler : graph.handlers()) {
            if (isOf(handler, step)
                    && onlyLooks(handler)
                    && handler.tried().stream()
                            .noneMatch(block -> mayEnd(graph.block(block), status.of(), subject, false))
                    && nobodyElseEnds(handler, status.of(), subject)) {
                found.putIfAbsent(
                        handler.at(),
                        new Turn(
                                Turn.Kind.LEFT_RUNNING,
                                graph,
                                handler.at(),
                                subject,
                                status.of().type(),
                                running.text(),
                                "",
                                "",
                                steps.subList(started, steps.size())));
            }
        }
    }

    private boolean isOf(Handler handler, Trail caught) {
        return graph.block(handler.entry()).events().stream()
                .anyMatch(event -> event instanceof Event.Caught && event.at().equals(caught.at()));
    }

    private boolean onlyLooks(Handler handler) {
        boolean interruption = handler.caught().stream().anyMatch(type -> type.is("java.lang.InterruptedException"));
        return !interruption
                && handler.kind() == Handler.Kind.CATCH
                && handler.blocks().stream()
                        .flatMap(block -> graph.block(block).events().stream())
                        .allMatch(event ->
                                !(event instanceof Event.Put) && HarmlessCalls.isHarmless(event) && !sets(event));
    }

    private static boolean sets(Event event) {
        return event instanceof Event.Call call
                && Accessors.written(call.method().name()) != null;
    }

    /** Whether nothing after the handler is given the subject, its own store left aside. */
    private boolean nobodyElseEnds(Handler handler, Ref subject, String name) {
        Set<Integer> seen = new HashSet<>(handler.blocks());
        List<Integer> work = new ArrayList<>();
        handler.blocks().forEach(block -> next(graph.block(block), seen, work));
        while (!work.isEmpty()) {
            Block block = graph.block(work.remove(work.size() - 1));
            if (mayEnd(block, subject, name, true)) {
                return false;
            }
            next(block, seen, work);
        }
        return true;
    }

    /** @param writes whether to count what writes a slot, as the tried part itself may */
    private static boolean mayEnd(Block block, Ref subject, String name, boolean writes) {
        for (Event event : block.events()) {
            if (event instanceof Event.Call call
                            && !isStore(call)
                            && !HarmlessCalls.isHarmless(call)
                            && has(call, subject, name)
                    || writes && (sets(event) || event instanceof Event.Put)) {
                return true;
            }
        }
        return false;
    }

    private static void next(Block block, Set<Integer> seen, List<Integer> work) {
        for (Edge edge : block.edges()) {
            if (seen.add(edge.target())) {
                work.add(edge.target());
            }
        }
    }

    private static boolean isStore(Event.Call call) {
        return Set.of("save", "update", "persist", "merge", "store", "flush", "saveAndFlush", "unlock", "close")
                .contains(call.method().name());
    }

    /** A call on {@code this} may know the subject; a call that is handed it does. */
    private static boolean has(Event.Call call, Ref subject, String name) {
        String root = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        List<Value> parts = new ArrayList<>(call.arguments());
        if (call.receiver() != null) {
            parts.add(call.receiver());
        }
        return parts.stream()
                .anyMatch(part -> part instanceof Value.Variable variable
                        ? variable.role() == Value.Role.RECEIVER
                                || variable.name().equals(root)
                                || subject.root() instanceof Ref.Made
                        : part instanceof Value.Temp && name.contains("."));
    }
}
