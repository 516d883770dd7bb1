package org.runincident.audit;

import java.util.List;
import java.util.function.Function;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.ratchet.Scope;
import org.runincident.code.Declarations;
import org.runincident.inventory.Inventory;
import org.runincident.rule.Rule;
import org.runincident.rule.Severity;

/**
 * What was found in a module.
 *
 * @param directory relative to the audited root, with {@code /}; empty for the root itself
 * @param findings sorted by place, those that are allowed left out
 * @param allowed findings that the source allows, with the reason it gives
 * @param scope what was judged, for whoever compares with a baseline
 * @param declarations what the module can see
 * @param severities the severity of each rule in this module; null for one that is off
 */
public record ModuleResult(
        AuditModule module,
        String directory,
        List<Identified> findings,
        List<Allowed> allowed,
        Inventory inventory,
        Census census,
        Scope scope,
        Declarations declarations,
        Function<Rule, Severity> severities) {
    /**
     * A finding that the source allows.
     *
     * @param because the author's words
     */
    public record Allowed(Identified finding, String because) {}

    public ModuleResult {
        findings = List.copyOf(findings);
        allowed = List.copyOf(allowed);
    }

    public String name() {
        return module.name();
    }
}
