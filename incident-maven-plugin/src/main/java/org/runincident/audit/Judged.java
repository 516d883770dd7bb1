package org.runincident.audit;

import java.util.List;
import java.util.Set;
import org.runincident.audit.ratchet.Identified;
import org.runincident.inventory.Inventory;

/**
 * What the judgement of a module comes to, as data that can be kept.
 *
 * @param findings sorted by place, those that are allowed left out
 * @param allowed findings that the source allows
 * @param unjudged files that no rule saw, relative to the module's folder
 * @param members signatures of all members whose bodies were read, initializers and anonymous classes included
 */
record Judged(
        List<Identified> findings,
        List<ModuleResult.Allowed> allowed,
        Inventory inventory,
        Census census,
        Set<String> unjudged,
        Set<String> members) {}
