package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Baselines of other modules that know what is new in this one: the code may have moved, and its entries did not. */
public final class Elsewhere {
    private Elsewhere() {}

    /** What stays of a finding when its class goes to another module. */
    private record Trace(String rule, String memberName, String site) {
        static Trace of(Identity identity) {
            return new Trace(identity.rule(), identity.memberName(), identity.site());
        }
    }

    /**
     * The other modules' baselines that hold an entry like one of the new findings, as messages call them, in their order. One
     * that cannot be read is that module's own affair.
     */
    public static List<String> known(List<Identified> fresh, Collection<BaselineFile> others) {
        Set<Trace> traces = new HashSet<>();
        fresh.forEach(found -> traces.add(Trace.of(found.identity())));
        List<String> knowing = new ArrayList<>();
        for (BaselineFile other : others) {
            if (!traces.isEmpty() && holdsOne(other, traces)) {
                knowing.add(other.shown());
            }
        }
        return knowing;
    }

    private static boolean holdsOne(BaselineFile file, Set<Trace> traces) {
        Optional<Baseline> baseline;
        try {
            baseline = file.read();
        } catch (BaselineProblem ignored) {
            return false; // its own check says so
        }
        return baseline.stream()
                .flatMap(held -> held.entries().stream())
                .anyMatch(entry -> traces.contains(Trace.of(entry.identity())));
    }
}
