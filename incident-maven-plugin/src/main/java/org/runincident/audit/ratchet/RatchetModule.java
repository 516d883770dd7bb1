package org.runincident.audit.ratchet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the ratchet knows of a module in this run.
 *
 * @param name as people know it
 * @param directory its folder; the baseline stands beside its {@code pom.xml}
 * @param file its baseline
 * @param findings of this run, with their identities
 * @param scope what was looked at
 * @param measures what house rules measured; empty when none is declared
 * @param refused findings that no reason lets in: they must be mended
 */
public record RatchetModule(
        String name,
        Path directory,
        BaselineFile file,
        List<Identified> findings,
        Scope scope,
        List<Measure> measures,
        Set<Identity> refused) {
    public RatchetModule {
        refused = Set.copyOf(refused);
        findings = List.copyOf(findings);
        measures = List.copyOf(measures);
    }

    /** The module's baseline against this run; without a file every finding is fresh. */
    public Comparison compare() throws BaselineProblem {
        return compare(file.read());
    }

    Comparison compare(Optional<Baseline> baseline) {
        return Matcher.compare(baseline.orElse(Baseline.EMPTY), findings, scope);
    }
}
