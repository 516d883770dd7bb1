package org.runincident.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.runincident.code.Answer;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Place;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.CapturedNames;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.UnreadLocals;
import org.runincident.flow.Value;
import org.runincident.flow.caught.AsyncChains;
import org.runincident.flow.caught.TaskBodies;
import org.runincident.inventory.DroppedFuture.Kind;
import org.runincident.vocabulary.Vocabulary;

/**
 * Builds the inventory of futures that nobody takes, where a failure can really be lost: the body of the task can be seen
 * to let exceptions out, or nobody in the chain looks at the failure.
 */
public final class DroppedFutures {
    /** Bodies that are followed for what a method gives back. */
    private static final int DEEPEST = 3;

    /** Marks methods whose calls come back at once, with a future. */
    private static final String ASYNCHRONOUS = "Async";

    private static final String MAY_BE_IGNORED = "CanIgnoreReturnValue";

    private final Program program;
    private final Vocabulary vocabulary;
    private final TaskBodies tasks;
    private final Set<String> taskTakers;

    /** The methods alone, which are quick to ask for. */
    private final Set<String> taking;

    private final Set<String> stages;
    private final Set<String> publishers;
    private final Set<String> continuations;
    private final CapturedNames captured;

    private DroppedFutures(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.vocabulary = vocabulary;
        this.tasks = new TaskBodies(program, vocabulary);
        this.taskTakers = vocabulary.lists().words("taskTakers");
        this.taking = taskTakers.stream()
                .map(taker -> taker.substring(taker.indexOf('#') + 1))
                .collect(Collectors.toSet());
        this.stages = vocabulary.lists().words("stageTypes");
        this.publishers = vocabulary.lists().words("publisherTypes");
        this.continuations = vocabulary.lists().words("stageContinuations");
        this.captured = new CapturedNames(program);
    }

    /** All such calls of the audited files, sorted by place. */
    public static List<DroppedFuture> of(Program program, Vocabulary vocabulary) {
        DroppedFutures futures = new DroppedFutures(program, vocabulary);
        List<DroppedFuture> found = new ArrayList<>();
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                found.addAll(futures.in(graph));
            }
        }
        // What stands in finally is there once for each way out.
        Map<Place, DroppedFuture> byPlace = new TreeMap<>();
        found.forEach(future -> byPlace.putIfAbsent(future.at(), future));
        return List.copyOf(byPlace.values());
    }

    private List<DroppedFuture> in(EventGraph graph) {
        List<Event.Call> calls = new ArrayList<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call && givesFuture(call)) {
                    calls.add(call);
                }
            }
        }
        if (calls.isEmpty()) {
            return List.of();
        }
        AsyncChains chains = new AsyncChains(graph, vocabulary.lists());
        UnreadLocals unread = new UnreadLocals(graph, captured.within(graph));
        List<DroppedFuture> found = new ArrayList<>();
        for (Event.Call call : calls) {
            if ((!call.resultUsed() || isForgotten(unread, call)) && !mayBeIgnored(call.method())) {
                lost(graph, chains, call, 0).ifPresent(lost -> found.add(dropped(graph, call, lost, unread)));
            }
        }
        return found;
    }

    private boolean givesFuture(Event.Call call) {
        TypeName type = call.method().returnType();
        return isFuture(type) || publishers.contains(type.text()) || isTaker(call);
    }

    private boolean isFuture(TypeName type) {
        return stages.contains(type.text()) || type.is("java.util.concurrent.Future");
    }

    /** Kept in a local that nobody reads; {@code unused} and {@code _} say that it is meant to be. */
    private boolean isForgotten(UnreadLocals unread, Event.Call call) {
        return unread.holding(call.to())
                .filter(local -> !local.name().equals("_")
                        && !vocabulary.exceptionRationales().isTelling(local.name(), List.of(local.type())))
                .isPresent();
    }

    /** Its author says that callers need not look at what it gives back. */
    private boolean mayBeIgnored(MethodRef method) {
        if (!method.isResolved()) {
            return false;
        }
        int parameters = method.declaration().parameters().size();
        return program.declarations().lineage(method.owner()).stream()
                .anyMatch(type -> type.annotations().contains(MAY_BE_IGNORED)
                        || type.methods().stream()
                                .anyMatch(m -> m.name().equals(method.name())
                                        && m.parameters().size() == parameters
                                        && m.annotations().contains(MAY_BE_IGNORED)));
    }

    /** What is lost, and in which bodies what holds it is made, the nearest first. */
    private record Lost(Kind kind, List<Step> made) {
        static Optional<Lost> of(Kind kind) {
            return Optional.of(new Lost(kind, List.of()));
        }
    }

    private Optional<Lost> lost(EventGraph graph, AsyncChains chains, Event.Call call, int depth) {
        String method = call.method().name();
        TypeName type = call.method().returnType();
        if (isTaker(call)) {
            boolean fails = call.arguments().stream()
                    .limit(1)
                    .anyMatch(task -> tasks.mayFail(graph, chains, task) == Answer.YES);
            return fails ? Lost.of(Kind.TASK) : Optional.empty();
        }
        if (publishers.contains(type.text())) {
            return depth == 0 ? Lost.of(Kind.PUBLISHER) : Optional.empty();
        }
        if (stages.contains(type.text())
                && continuations.contains(method)
                && !chains.isObservedBefore(call)
                && startsHere(chains.root(call))) {
            return Lost.of(Kind.STAGE);
        }
        if (!isFuture(type) || depth >= DEEPEST || !call.method().isResolved()) {
            return Optional.empty();
        }
        return call.method().declaration().annotations().contains(ASYNCHRONOUS)
                ? ofTask(call.method().declaration())
                : inBody(call.method(), depth);
    }

    /** What a method throws that somebody else's thread runs is in the future that its caller is given. */
    private Optional<Lost> ofTask(MethodDeclaration method) {
        return tasks.mayFail(method) == Answer.YES ? Lost.of(Kind.TASK) : Optional.empty();
    }

    /** What a method of the program gives back, where its body shows that a failure can be in it. */
    private Optional<Lost> inBody(MethodRef method, int depth) {
        EventGraph body = program.graph(method.declaration().key()).orElse(null);
        if (body == null) {
            return Optional.empty();
        }
        AsyncChains chains = new AsyncChains(body, vocabulary.lists());
        for (Block block : body.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Return end
                        && end.lambda() < 0
                        && chains.maker(end.value()).orElse(null) instanceof Event.Call made) {
                    Optional<Lost> lost = lost(body, chains, made, depth + 1);
                    if (lost.isPresent()) {
                        List<Step> steps = new ArrayList<>();
                        steps.add(new Step(
                                new Place(body.file(), made.nameAt()),
                                "`" + method.name() + "` gives back what `"
                                        + made.method().name() + "` makes"));
                        steps.addAll(lost.get().made);
                        return Optional.of(new Lost(lost.get().kind, steps));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isTaker(Event.Call call) {
        return taking.contains(call.method().name()) && taskTakers.stream().anyMatch(taker -> isTaker(taker, call));
    }

    private static boolean isTaker(String taker, Event.Call call) {
        int hash = taker.indexOf('#');
        return call.method().name().equals(taker.substring(hash + 1))
                && call.method().owner().simple().endsWith(taker.substring(0, hash));
    }

    /** Whether the chain begins with a call that makes the future, so that nobody else holds it. */
    private boolean startsHere(Event.Call root) {
        Value receiver = root.receiver();
        boolean getter =
                root.method().name().startsWith("get") && root.arguments().isEmpty();
        boolean isItself = continuations.contains(root.method().name());
        return !getter
                && !isItself
                && (receiver == null || !stages.contains(receiver.type().text()));
    }

    private static DroppedFuture dropped(EventGraph graph, Event.Call call, Lost lost, UnreadLocals unread) {
        Place at = new Place(graph.file(), call.nameAt());
        String what = unread.holding(call.to())
                .map(local -> "`" + local.name() + "` is never read")
                .orElse("the result is not kept, returned or asked");
        TypeName type = call.method().returnType();
        List<Step> path = new ArrayList<>(lost.made);
        path.add(new Step(at, what));
        return new DroppedFuture(
                at,
                graph.method().key(),
                lost.kind,
                type.isUnknown() ? TypeName.written("Future") : type,
                call.method().name(),
                path);
    }
}
