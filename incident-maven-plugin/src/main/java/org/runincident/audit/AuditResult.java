package org.runincident.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.report.Report;

/**
 * What an audit found. All of it but the timings and notes depends on the sources alone.
 *
 * @param root folder that all paths are relative to
 * @param modules those that were audited, sorted by directory
 * @param timings wall time per stage, in the order of the stages
 * @param notes one sentence each on what was kept of earlier runs and could not be used; they change no finding
 * @param fork what the JVM cost that modules were judged in; empty when they were judged in this one
 * @param basis a digest of this program, its settings and every file it looks at; empty when nothing is kept between runs
 */
public record AuditResult(
        Path root,
        List<ModuleResult> modules,
        Map<String, Duration> timings,
        List<String> notes,
        Optional<ForkedAudit.Cost> fork,
        Optional<String> basis) {
    public AuditResult {
        modules = List.copyOf(modules);
        notes = List.copyOf(notes);
    }

    /** Findings of all modules. */
    public List<Identified> findings() {
        return modules.stream().flatMap(module -> module.findings().stream()).toList();
    }

    /** All of it as data, with the totals: reason coverage, census, counts. */
    public Report report() {
        return report(List.of());
    }

    /** The same, with each finding known or new against its module's baseline. */
    public Report report(List<Ratcheted> ratcheted) {
        return ReportData.of(this, ratcheted);
    }

    /** Wall time of all stages. */
    public Duration elapsed() {
        return timings.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
