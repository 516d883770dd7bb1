package org.runincident.audit;

import java.nio.file.Path;
import java.util.List;

/**
 * What to audit, and how.
 *
 * @param root folder that all reported paths are relative to; holds the folders of all modules
 * @param modules in any order
 * @param rules which rules are on
 * @param threads number of threads, at least 1; never changes what is found
 * @param preFilter whether files without any trigger word are left unparsed; never changes what is found
 * @param fork whether modules are judged in a JVM of its own; never changes what is found
 */
public record AuditRequest(
        Path root, List<AuditModule> modules, RuleSet rules, int threads, boolean preFilter, Fork fork) {
    /** When a JVM of its own is started. Verdicts come back through the cache: without one, never. */
    public enum Fork {
        OFF,
        /** Where there is enough to read. */
        AUTO,
        ALWAYS
    }

    /** Which rules are on before {@code incident.json} has its say. */
    public enum RuleSet {
        DEFAULT,
        /** Those marked as thorough, too. */
        THOROUGH
    }

    public AuditRequest {
        root = root.toAbsolutePath().normalize();
        modules = List.copyOf(modules);
        if (threads < 1) {
            throw new IllegalArgumentException("an audit takes at least one thread, not " + threads);
        }
    }

    /** A request with the default rules, the pre-filter, and a thread per processor, all in this JVM. */
    public static AuditRequest of(Path root, List<AuditModule> modules) {
        return new AuditRequest(
                root, modules, RuleSet.DEFAULT, Runtime.getRuntime().availableProcessors(), true, Fork.OFF);
    }

    public AuditRequest withRules(RuleSet other) {
        return new AuditRequest(root, modules, other, threads, preFilter, fork);
    }

    public AuditRequest withThreads(int other) {
        return new AuditRequest(root, modules, rules, other, preFilter, fork);
    }

    public AuditRequest withPreFilter(boolean other) {
        return new AuditRequest(root, modules, rules, threads, other, fork);
    }

    public AuditRequest withFork(Fork other) {
        return new AuditRequest(root, modules, rules, threads, preFilter, other);
    }
}
