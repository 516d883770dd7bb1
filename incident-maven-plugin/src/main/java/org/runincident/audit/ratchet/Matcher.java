package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.runincident.audit.ratchet.Comparison.How;
import org.runincident.audit.ratchet.Comparison.Match;

/**
 * Compares a baseline with findings, in passes: exact identity; the same member after local edits; and, only where the old
 * member is gone and the new one is in no entry, moved within the file, with the file, or to another class. What is left
 * is mended on the one side and new on the other, so that a mend here never pays for a new finding there.
 */
public final class Matcher {
    /** Below this, two sites in one member are taken for different ones: half of the neighbouring tokens shared. */
    private static final double SAME_SITE = 0.5;

    private final Scope scope;
    private final List<BaselineEntry> entries;
    private final List<Identified> findings;
    private final boolean[] entryMatched;
    private final boolean[] findingMatched;
    private final List<Match> matches = new ArrayList<>();

    private Matcher(Baseline baseline, List<Identified> findings, Scope scope) {
        this.scope = scope;
        this.entries = baseline.entries();
        this.findings = new ArrayList<>(findings);
        this.findings.sort(Comparator.comparing(Identified::finding));
        this.entryMatched = new boolean[entries.size()];
        this.findingMatched = new boolean[findings.size()];
    }

    /** Compares; pure, and independent of the order of either list. */
    public static Comparison compare(Baseline baseline, List<Identified> findings, Scope scope) {
        return new Matcher(baseline, findings, scope).run();
    }

    private Comparison run() {
        exact();
        // A mended first one of three renumbers the others: they are the same findings still.
        pairUp(
                entry -> List.of(entry.rule(), entry.member(), entry.site()),
                found -> List.of(
                        found.identity().rule(),
                        found.identity().member(),
                        found.identity().site()),
                (entry, finding) -> true,
                How.EXACT);
        pairUp(
                entry -> List.of(entry.rule(), entry.member()),
                found -> List.of(found.identity().rule(), found.identity().member()),
                (entry, finding) -> !entry.member().isEmpty(),
                How.EDITED);
        moved();
        List<Identified> fresh = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (!findingMatched[i]) {
                fresh.add(findings.get(i));
            }
        }
        List<BaselineEntry> stale = new ArrayList<>();
        List<BaselineEntry> unjudged = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            BaselineEntry entry = entries.get(i);
            if (!entryMatched[i]) {
                (scope.judged(entry.file(), entry.rule()) ? stale : unjudged).add(entry);
            }
        }
        matches.sort(Comparator.comparing(match -> match.finding().finding()));
        return new Comparison(fresh, matches, stale, unjudged);
    }

    /** Nearly all of a large baseline: both sides have each identity once. */
    private void exact() {
        Map<Identity, Integer> byIdentity = new HashMap<>(2 * entries.size());
        for (int e = 0; e < entries.size(); e++) {
            byIdentity.putIfAbsent(entries.get(e).identity(), e);
        }
        for (int f = 0; f < findings.size(); f++) {
            Integer e = byIdentity.remove(findings.get(f).identity());
            if (e != null) {
                match(e, f, How.EXACT);
            }
        }
    }

    private void match(int entry, int finding, How how) {
        entryMatched[entry] = true;
        findingMatched[finding] = true;
        matches.add(new Match(entries.get(entry), findings.get(finding), how));
    }

    private boolean isDone() {
        return matches.size() == entries.size() || matches.size() == findings.size();
    }

    private void moved() {
        if (isDone()) {
            return;
        }
        Set<String> inBaseline = new HashSet<>();
        entries.forEach(entry -> inBaseline.add(entry.member()));
        BiPredicate<BaselineEntry, Identified> movedAway =
                (entry, found) -> !entry.member().isEmpty()
                        && !scope.exists(entry.member())
                        && !inBaseline.contains(found.identity().member());
        pairUp(
                entry -> List.of(entry.rule(), entry.identity().memberName(), entry.site()),
                found -> List.of(
                        found.identity().rule(),
                        found.identity().memberName(),
                        found.identity().site()),
                movedAway,
                How.MOVED);
        // A renamed method, or one with another parameter list, in the same file.
        pairUp(
                entry -> List.of(entry.rule(), entry.file(), entry.site()),
                found -> List.of(
                        found.identity().rule(), found.file(), found.identity().site()),
                movedAway,
                How.MOVED);
    }

    /** Pairs what has one key and is still alone, the most alike first; ties go by the order of both lists. */
    private void pairUp(
            Function<BaselineEntry, Object> entryKey,
            Function<Identified, Object> findingKey,
            BiPredicate<BaselineEntry, Identified> allowed,
            How how) {
        if (isDone()) {
            return;
        }
        Map<Object, List<Integer>> byKey = new HashMap<>();
        for (int e = 0; e < entries.size(); e++) {
            if (!entryMatched[e]) {
                byKey.computeIfAbsent(entryKey.apply(entries.get(e)), key -> new ArrayList<>())
                        .add(e);
            }
        }
        record Pair(int entry, int finding, double likeness) {}
        List<Pair> pairs = new ArrayList<>();
        for (int f = 0; f < findings.size() && !byKey.isEmpty(); f++) {
            if (findingMatched[f]) {
                continue;
            }
            Identified found = findings.get(f);
            for (int e : byKey.getOrDefault(findingKey.apply(found), List.of())) {
                double likeness = SiteText.similarity(
                        entries.get(e).site(), found.identity().site());
                if (likeness >= SAME_SITE && allowed.test(entries.get(e), found)) {
                    pairs.add(new Pair(e, f, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (Pair pair : pairs) {
            if (!entryMatched[pair.entry()] && !findingMatched[pair.finding()]) {
                match(pair.entry(), pair.finding(), how);
            }
        }
    }
}
