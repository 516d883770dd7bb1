package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.MethodKey;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Helpers;
import org.runincident.flow.Program;
import org.runincident.vocabulary.Vocabulary;

/**
 * The typestate of statuses over a whole program: summaries from the callees up, to a fixed point where methods call each
 * other in a circle, then every site with the worst of its paths.
 */
public final class StatusAnalysis {

    /** In a circle of calls, what is not settled after that many rounds is left as it is. */
    private static final int MOST_ROUNDS = 5;

    private final StatusTypes types;
    private final Targets targets;
    private final Candidates candidates;
    private final RaisedFlags flags;
    private final ConstantPredicates predicates;
    private final HandedEnds handed = new HandedEnds();
    private final CallGraph calls;
    private final Map<MethodKey, Summary> summaries = new ConcurrentHashMap<>();
    private final Map<SiteKey, FailSite> sites = new ConcurrentHashMap<>();
    private final Map<MethodKey, List<Turn>> turns = new ConcurrentHashMap<>();
    private final Set<MethodKey> looked = ConcurrentHashMap.newKeySet();

    private StatusAnalysis(Program program, Vocabulary vocabulary, Helpers helpers) {
        types = new StatusTypes(program.declarations(), vocabulary);
        targets = new Targets(program);
        candidates = new Candidates(types);
        flags = new RaisedFlags(program, targets, looked);
        predicates = new ConstantPredicates(program, targets, looked);
        calls = new CallGraph(program, targets);
        new BottomUp(calls).visit(this::settle, helpers);
    }

    /**
     * What was found.
     *
     * @param sites all sites of the program, and the links of the chains that lead to them, sorted by method and place
     * @param turns statuses that go a wrong way, by method
     * @param looked methods whose bodies had a say in it: those that were solved, write a status, have to do with a
     *     flag that raises or say something of a constant, and all in circles of calls; every other body has a say only by what it calls
     */
    public record Found(
            SortedMap<SiteKey, FailSite> sites, SortedMap<MethodKey, List<Turn>> turns, Set<MethodKey> looked) {}

    public static Found of(Program program, Vocabulary vocabulary, Helpers helpers) {
        StatusAnalysis analysis = new StatusAnalysis(program, vocabulary, helpers);
        RoundTransitions.of(program, analysis.types, analysis.looked).forEach(analysis::turn);
        EndsByDefault.of(program, analysis.types).forEach(analysis::turn);
        analysis.looked.addAll(analysis.summaries.keySet());
        analysis.settleHandedIn();
        return new Found(new TreeMap<>(analysis.sites), new TreeMap<>(analysis.turns), Set.copyOf(analysis.looked));
    }

    /** What is handed in is a site where somebody hands in a bad end. */
    private void settleHandedIn() {
        sites.values().removeIf(site -> site.handedBy() >= 0 && !isHandedBadEnd(site));
        for (FailSite part : sites.values()) {
            if (part.handedBy() >= 0) {
                for (SiteKey place : handed.placesOf(part.key().method(), part.handedBy())) {
                    FailSite giving = sites.get(place);
                    if (giving != null) {
                        giving.calls(Set.of(part.key()));
                    }
                }
            }
        }
    }

    private boolean isHandedBadEnd(FailSite site) {
        site.ends(handed.of(site.key().method(), site.handedBy()));
        site.list();
        return !site.ends().isEmpty();
    }

    /** One place goes one wrong way; what the paths show comes first. */
    private void turn(Turn turn) {
        turns.merge(turn.graph().method().key(), List.of(turn), (known, more) -> {
            List<Turn> all = new ArrayList<>(known);
            if (known.stream().noneMatch(other -> other.at().equals(turn.at()))) {
                all.addAll(more);
            }
            return List.copyOf(all);
        });
    }

    private void settle(List<EventGraph> circle) {
        if (circle.size() > 1 || calls.isCircle(circle)) {
            settleCircle(circle);
        } else if (matters(circle.get(0))) {
            Solved solved = new Solved(circle.get(0));
            solved.again();
            keep(solved);
        }
    }

    private void settleCircle(List<EventGraph> circle) {
        if (circle.size() > 1) {
            circle.forEach(graph -> looked.add(graph.method().key()));
        }
        Map<MethodKey, Solved> members = new HashMap<>();
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (EventGraph graph : circle) {
                Solved known = members.get(graph.method().key());
                boolean due =
                        known != null ? known.isOutdated() : round == 0 ? matters(graph) : callsWhatMatters(graph);
                if (due) {
                    changed |= members.computeIfAbsent(graph.method().key(), key -> new Solved(graph))
                            .again();
                }
            }
        }
        members.values().forEach(this::keep);
    }

    private void keep(Solved solved) {
        sites.putAll(solved.scope.sites());
        if (!solved.turns.isEmpty()) {
            turns.put(solved.graph.method().key(), solved.turns);
        }
    }

    /** A method that was solved, and the summaries of its callees it was solved with. */
    private final class Solved {
        private final EventGraph graph;
        private final Map<MethodKey, Summary> used = new HashMap<>();
        private MethodScope scope;
        private List<Turn> turns = List.of();

        Solved(EventGraph graph) {
            this.graph = graph;
        }

        /** Solves it with what is known of its callees now; whether that changed its own summary. */
        boolean again() {
            used.clear();
            scope = new MethodScope(graph, types);
            List<MethodSolver.End> ends =
                    new MethodSolver(scope, targets, flags, predicates, handed, this::use).solve();
            Summary summary = new Summarizer(scope).summarize(ends);
            turns = scope.turns(ends);
            ends.forEach(end -> Settlement.settle(scope, end.state(), end.thrown(), false));
            return !summary.equals(summaries.put(graph.method().key(), summary));
        }

        private Summary use(EventGraph callee) {
            return used.computeIfAbsent(callee.method().key(), StatusAnalysis.this::summary);
        }

        boolean isOutdated() {
            return used.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(summary(entry.getKey())));
        }
    }

    private boolean matters(EventGraph graph) {
        return candidates.matters(graph) || callsWhatMatters(graph);
    }

    private boolean callsWhatMatters(EventGraph graph) {
        for (EventGraph callee : calls.calleesOf(graph)) {
            if (summary(callee).isEffective()) {
                return true;
            }
        }
        return false;
    }

    private Summary summary(EventGraph graph) {
        return summary(graph.method().key());
    }

    private Summary summary(MethodKey method) {
        return summaries.getOrDefault(method, Summary.NOTHING);
    }
}
