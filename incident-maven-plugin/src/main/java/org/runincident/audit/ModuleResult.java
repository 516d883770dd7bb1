package org.runincident.audit;

import java.util.List;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.ratchet.Scope;
import org.runincident.inventory.Inventory;

/**
 * What was found in a module.
 *
 * @param directory relative to the audited root, with {@code /}; empty for the root itself
 * @param findings sorted by place, those that are allowed left out
 * @param allowed findings that the source allows, with the reason it gives
 * @param scope what was judged, for whoever compares with a baseline
 */
public record ModuleResult(
        AuditModule module,
        String directory,
        List<Identified> findings,
        List<Allowed> allowed,
        Inventory inventory,
        Census census,
        Scope scope) {
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
