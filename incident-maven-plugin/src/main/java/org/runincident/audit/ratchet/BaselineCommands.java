package org.runincident.audit.ratchet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The two ways a baseline comes to hold something: all of it the first time, and later one finding (or all new ones) with a
 * reason. Creating and growing are permissions of their own; shrinking is {@link Tightening}.
 */
public final class BaselineCommands {
    /** Words that people write where a reason is asked for and that are none. */
    private static final Set<String> NO_REASONS = Set.of(
            "todo", "fixme", "by design", "tbd", "none", "n/a", "na", "ok", "because", "later", "legacy", "known");

    private final LocalDate today;

    /** @param today kept with every reason */
    public BaselineCommands(LocalDate today) {
        this.today = today;
    }

    /**
     * What was taken in.
     *
     * @param module name of the module
     * @param created whether the file is new
     * @param added findings taken in
     * @param held entries the file holds now
     */
    public record Taken(String module, String file, boolean created, List<Identified> added, int held) {}

    /**
     * Takes in all findings of a module: freely where there is no file yet, with a because where there is one. A module
     * without findings and without measures gets no file.
     */
    public Taken takeIn(RatchetModule module, String because) throws BaselineProblem {
        Optional<Baseline> before = module.file().read();
        List<Identified> fresh = module.compare(before).fresh().stream()
                .filter(finding -> measureOf(module, finding).isEmpty()
                        && !module.refused().contains(finding.identity()))
                .toList();
        if (before.isEmpty() && fresh.isEmpty() && module.measures().isEmpty()) {
            return new Taken(module.name(), module.file().shown(), false, List.of(), 0);
        }
        if (before.isPresent() && !fresh.isEmpty()) {
            requireReason(
                    because,
                    module.file().shown() + " is there already, and " + count(fresh.size())
                            + " new. Mend them, or say why they may stay: mvn incident:baseline -Dincident.because=\"...\"");
        }
        int[] held = new int[1];
        module.file().update(false, old -> {
            Baseline grown = grow(old, module, fresh, old.isPresent() && because != null ? because.strip() : "");
            held[0] = grown.size();
            return grown;
        });
        return new Taken(module.name(), module.file().shown(), before.isEmpty(), fresh, held[0]);
    }

    /**
     * Takes in the one finding a person means.
     *
     * @param fingerprint its fingerprint or the beginning of it
     * @return the finding taken in
     */
    public Identified accept(List<RatchetModule> modules, String fingerprint, String because) throws BaselineProblem {
        String wanted = fingerprint.strip().toLowerCase(Locale.ROOT);
        record Candidate(RatchetModule module, Identified finding) {}
        List<Candidate> candidates = new ArrayList<>();
        boolean known = false;
        for (RatchetModule module : modules) {
            Comparison comparison = module.compare();
            for (Identified finding : comparison.fresh()) {
                if (!wanted.isEmpty() && finding.identity().fingerprint().startsWith(wanted)) {
                    candidates.add(new Candidate(module, finding));
                }
            }
            known |= comparison.known().stream()
                    .anyMatch(match -> match.finding().identity().fingerprint().startsWith(wanted));
        }
        if (candidates.isEmpty()) {
            throw new BaselineProblem(
                    known && !wanted.isEmpty()
                            ? "The finding " + wanted + " is in the baseline already."
                            : "No new finding has the fingerprint \"" + wanted
                                    + "\". mvn incident:audit shows the fingerprints of all new ones.");
        }
        if (candidates.size() > 1) {
            throw new BaselineProblem("More than one new finding begins with \"" + wanted + "\": "
                    + String.join(
                            ", ",
                            candidates.stream()
                                    .map(c -> c.finding().identity().fingerprint())
                                    .toList())
                    + ". Give more of it.");
        }
        requireReason(
                because,
                "Say why it may stay: mvn incident:accept -Dincident.finding=" + wanted
                        + " -Dincident.because=\"...\"");
        Candidate chosen = candidates.get(0);
        if (chosen.module().refused().contains(chosen.finding().identity())) {
            throw new BaselineProblem("This one is not let in by any reason. "
                    + chosen.finding().finding().hint());
        }
        Optional<Measure> measure = measureOf(chosen.module(), chosen.finding());
        chosen.module()
                .file()
                .update(
                        false,
                        old -> measure.isPresent()
                                ? letIn(old.orElse(Baseline.EMPTY), measure.get(), because.strip())
                                : grow(old, chosen.module(), List.of(chosen.finding()), because.strip()));
        return chosen.finding();
    }

    /** A house rule's finding is let in by what was measured, not as an entry: the next rise shall show again. */
    private static Optional<Measure> measureOf(RatchetModule module, Identified finding) {
        return module.measures().stream()
                .filter(measure -> measure.ratchet().equals(finding.identity().rule())
                        && measure.label().equals(finding.identity().site()))
                .findFirst();
    }

    private Baseline letIn(Baseline old, Measure measured, String because) {
        List<Measure> measures = new ArrayList<>(old.measures());
        measures.removeIf(held -> held.isOf(measured));
        measures.add(new Measure(
                measured.ratchet(), measured.id(), measured.subject(), measured.value(), because, today.toString()));
        return new Baseline(old.entries(), measures);
    }

    private Baseline grow(Optional<Baseline> old, RatchetModule module, List<Identified> added, String because) {
        Baseline before = old.orElse(Baseline.EMPTY);
        List<BaselineEntry> entries = new ArrayList<>(before.entries());
        Set<Identity> used = new HashSet<>();
        entries.forEach(entry -> used.add(entry.identity()));
        for (Identified finding : added) {
            Identity identity = free(used, finding.identity());
            entries.add(new BaselineEntry(
                    identity.rule(),
                    finding.file(),
                    identity.member(),
                    identity.site(),
                    identity.n(),
                    because,
                    because.isEmpty() ? "" : today.toString()));
        }
        return new Baseline(entries, withNewRatchets(before.measures(), module.measures()));
    }

    /** A ratchet that was declared since is taken in as it stands; one that is held is not let rise. */
    private static List<Measure> withNewRatchets(List<Measure> held, List<Measure> measured) {
        List<Measure> all = new ArrayList<>(held);
        measured.stream()
                .filter(measure -> held.stream()
                        .noneMatch(old -> old.ratchet().equals(measure.ratchet())
                                && old.id().equals(measure.id())))
                .forEach(all::add);
        return all;
    }

    /** The identity with its own occurrence number, or the next that no stale entry still has. */
    private static Identity free(Set<Identity> used, Identity wanted) {
        Identity free = wanted;
        while (!used.add(free)) {
            free = new Identity(wanted.rule(), wanted.member(), wanted.site(), free.n() + 1);
        }
        return free;
    }

    private static void requireReason(String because, String otherwise) throws BaselineProblem {
        String reason = because == null ? "" : because.strip();
        if (reason.isEmpty()) {
            throw new BaselineProblem(otherwise);
        }
        if (NO_REASONS.contains(reason.toLowerCase(Locale.ROOT).replaceAll("[.!]+$", ""))) {
            throw new BaselineProblem("\"" + reason + "\" is no reason. " + otherwise);
        }
    }

    private static String count(int findings) {
        return findings == 1 ? "1 finding is" : findings + " findings are";
    }
}
