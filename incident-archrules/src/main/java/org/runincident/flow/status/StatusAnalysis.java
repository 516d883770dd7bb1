package org.runincident.flow.status;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.runincident.code.MethodKey;
import org.runincident.flow.EventGraph;
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
    private final CallGraph calls;
    private final Map<MethodKey, Summary> summaries = new HashMap<>();
    private final SortedMap<SiteKey, FailSite> sites = new TreeMap<>();

    private StatusAnalysis(Program program, Vocabulary vocabulary) {
        types = new StatusTypes(program.declarations(), vocabulary);
        targets = new Targets(program);
        candidates = new Candidates(types);
        calls = new CallGraph(program, targets);
        for (List<EventGraph> circle : calls.bottomUp()) {
            settle(circle, calls.isCircle(circle));
        }
    }

    /** All sites of the program, and the links of the chains that lead to them, sorted by method and place. */
    public static SortedMap<SiteKey, FailSite> sites(Program program, Vocabulary vocabulary) {
        return new StatusAnalysis(program, vocabulary).sites;
    }

    private void settle(List<EventGraph> circle, boolean recursive) {
        Map<MethodKey, MethodScope> last = new HashMap<>();
        Set<MethodKey> changedLast = new HashSet<>();
        for (int round = 0; round < (recursive ? MOST_ROUNDS : 1); round++) {
            Set<MethodKey> changedNow = new HashSet<>();
            for (EventGraph graph : circle) {
                if (!matters(graph)
                        || round > 0
                                && calls.calleesOf(graph).stream()
                                        .noneMatch(callee -> changedLast.contains(
                                                callee.method().key()))) {
                    continue;
                }
                MethodScope scope = new MethodScope(graph, types);
                List<MethodSolver.End> ends = new MethodSolver(scope, targets, this::summary).solve();
                Summary summary = new Summarizer(scope).summarize(ends);
                if (!summary.equals(summaries.put(graph.method().key(), summary))) {
                    changedNow.add(graph.method().key());
                }
                ends.forEach(end -> Settlement.settle(scope, end.state(), end.thrown(), false));
                last.put(graph.method().key(), scope);
            }
            changedLast.addAll(changedNow);
            changedLast.retainAll(changedNow);
            if (changedNow.isEmpty()) {
                break;
            }
        }
        last.values().forEach(scope -> sites.putAll(scope.sites()));
    }

    private boolean matters(EventGraph graph) {
        return candidates.matters(graph)
                || calls.calleesOf(graph).stream()
                        .anyMatch(callee -> summary(callee).isEffective());
    }

    private Summary summary(EventGraph graph) {
        return summaries.getOrDefault(graph.method().key(), Summary.NOTHING);
    }
}
