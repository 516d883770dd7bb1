package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Strikes out what has been mended, follows what was edited or moved, re-files what went to another module, and settles
 * merge conflicts by keeping exactly what is still found. Never lets anything in.
 */
public final class Tightening {
    /** House rules that count by file: files move. */
    private static final Set<String> MOVABLE = Set.of("TokenRatchet");

    /**
     * What was done to a module's file.
     *
     * @param struck entries taken out because their finding is gone
     * @param followed entries whose finding was edited or moved
     * @param arrived entries that came from another module
     * @param held entries the file holds now
     * @param settled whether conflict markers were taken apart
     * @param written whether the file changed
     */
    public record Tightened(
            String module,
            String file,
            int struck,
            int followed,
            int arrived,
            int held,
            boolean settled,
            boolean written) {}

    /** A finding that went from one module to another, with the entry it had. */
    private record Transfer(BaselineEntry entry, RatchetModule from, RatchetModule to, Identified finding) {}

    private final Map<RatchetModule, Optional<Baseline>> baselines = new LinkedHashMap<>();
    private final Map<RatchetModule, Comparison> comparisons = new HashMap<>();

    private Tightening() {}

    /** Tightens the baselines of modules that were audited together; those without a file are left without. */
    public static List<Tightened> of(List<RatchetModule> modules) throws BaselineProblem {
        return new Tightening().run(modules);
    }

    private List<Tightened> run(List<RatchetModule> modules) throws BaselineProblem {
        for (RatchetModule module : modules) {
            Optional<Baseline> baseline = module.file().readAllSides();
            baselines.put(module, baseline);
            comparisons.put(module, module.compare(baseline));
        }
        List<Transfer> transfers = transfers(modules);
        List<Tightened> done = new ArrayList<>();
        // Arrivals first: a crash in between leaves an entry in two files, which the next run mends; never in none.
        List<RatchetModule> order = new ArrayList<>(modules);
        order.sort((a, b) -> Boolean.compare(receives(b, transfers), receives(a, transfers)));
        for (RatchetModule module : order) {
            tighten(module, transfers).ifPresent(done::add);
        }
        done.sort((a, b) -> Integer.compare(index(modules, a.module()), index(modules, b.module())));
        return done;
    }

    private static boolean receives(RatchetModule module, List<Transfer> transfers) {
        return transfers.stream().anyMatch(transfer -> transfer.to() == module);
    }

    private static int index(List<RatchetModule> modules, String name) {
        return modules.stream().map(RatchetModule::name).toList().indexOf(name);
    }

    private List<Transfer> transfers(List<RatchetModule> modules) {
        List<Transfer> transfers = new ArrayList<>();
        Set<Identified> taken = new HashSet<>();
        for (RatchetModule from : modules) {
            for (BaselineEntry entry : comparisons.get(from).stale()) {
                if (!entry.member().isEmpty() && from.scope().exists(entry.member())) {
                    continue;
                }
                arrival(modules, from, entry, taken).ifPresent(transfer -> {
                    taken.add(transfer.finding());
                    transfers.add(transfer);
                });
            }
        }
        return transfers;
    }

    private Optional<Transfer> arrival(
            List<RatchetModule> modules, RatchetModule from, BaselineEntry entry, Set<Identified> taken) {
        for (RatchetModule to : modules) {
            if (to == from) {
                continue;
            }
            for (Identified finding : comparisons.get(to).fresh()) {
                Identity identity = finding.identity();
                if (!taken.contains(finding)
                        && identity.rule().equals(entry.rule())
                        && identity.site().equals(entry.site())
                        && identity.memberName().equals(entry.identity().memberName())) {
                    return Optional.of(new Transfer(entry, from, to, finding));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Tightened> tighten(RatchetModule module, List<Transfer> transfers) throws BaselineProblem {
        List<Transfer> arriving =
                transfers.stream().filter(transfer -> transfer.to() == module).toList();
        if (baselines.get(module).isEmpty() && arriving.isEmpty()) {
            return Optional.empty();
        }
        Tightened[] done = new Tightened[1];
        boolean settled = module.file().hasConflict();
        boolean written = module.file().update(true, old -> {
            Comparison comparison = module.compare(old);
            List<BaselineEntry> kept = new ArrayList<>();
            comparison.known().forEach(match -> kept.add(match.updated()));
            arriving.forEach(transfer -> kept.add(transfer.entry().at(transfer.finding())));
            kept.addAll(comparison.unjudged());
            int followed = (int) comparison.known().stream()
                    .filter(match -> !match.entry().equals(match.updated()))
                    .count();
            Baseline tightened = new Baseline(
                    distinct(kept), fallen(old.map(Baseline::measures).orElse(List.of()), module.measures()));
            done[0] = new Tightened(
                    module.name(),
                    module.file().shown(),
                    comparison.stale().size(),
                    followed,
                    arriving.size(),
                    tightened.size(),
                    settled,
                    true);
            return tightened;
        });
        Tightened result = done[0];
        return Optional.of(new Tightened(
                result.module(),
                result.file(),
                result.struck(),
                result.followed(),
                result.arrived(),
                result.held(),
                settled,
                written));
    }

    /** Both sides of a conflict may hold one finding, one of them with a because: that one is kept. */
    private static List<BaselineEntry> distinct(List<BaselineEntry> entries) {
        Map<Identity, BaselineEntry> byIdentity = new LinkedHashMap<>();
        for (BaselineEntry entry : entries) {
            byIdentity.merge(
                    entry.identity(), entry, (one, other) -> one.because().isEmpty() ? other : one);
        }
        return List.copyOf(byIdentity.values());
    }

    /**
     * Counts go down to what was measured, and stay where more was measured: that is for a person to let in. What counts
     * none any more is left out; a file it went to takes it along.
     */
    private static List<Measure> fallen(List<Measure> held, List<Measure> measured) {
        Map<List<String>, Measure> now =
                measured.stream().collect(Collectors.toMap(Tightening::key, m -> m, (one, other) -> one));
        Set<List<String>> known = held.stream().map(Tightening::key).collect(Collectors.toSet());
        List<Measure> kept = new ArrayList<>();
        Map<List<String>, Integer> freed = new HashMap<>();
        for (Measure old : held) {
            Measure current = now.get(key(old));
            if (current == null || current.count() >= old.count()) {
                kept.add(old);
            } else if (current.count() > 0) {
                kept.add(new Measure(old.ratchet(), old.id(), old.subject(), current.value(), old.because(), old.on()));
            } else {
                freed.merge(List.of(old.ratchet(), old.id()), old.count(), Integer::sum);
            }
        }
        for (Measure other : measured) {
            int left = freed.getOrDefault(List.of(other.ratchet(), other.id()), 0);
            if (!known.contains(key(other)) && MOVABLE.contains(other.ratchet()) && other.count() <= left) {
                kept.add(other);
                freed.put(List.of(other.ratchet(), other.id()), left - other.count());
            }
        }
        return kept;
    }

    private static List<String> key(Measure measure) {
        return List.of(measure.ratchet(), measure.id(), measure.subject());
    }
}
