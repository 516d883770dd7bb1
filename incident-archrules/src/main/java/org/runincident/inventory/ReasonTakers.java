package org.runincident.inventory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.status.AtHand;
import org.runincident.flow.status.FailSite;
import org.runincident.flow.status.Reason;
import org.runincident.flow.status.SiteKey;
import org.runincident.flow.status.StatusTypes;
import org.runincident.vocabulary.ReasonSlots;

/**
 * What on a subject would take the reason of a site: the method that gives this very end and asks for a reason, and the slot.
 *
 * <p>An advice has to fit the end: who cancels is not told to call {@code fail}, and {@code cancelledBy} takes no failure.
 */
final class ReasonTakers {
    private final StatusTypes types;
    private final AtHand atHand;
    private final ReasonSlots reasons;
    private final Map<SiteKey, FailSite> sites;
    private final Map<MethodKey, Set<String>> given = new HashMap<>();

    ReasonTakers(StatusTypes types, AtHand atHand, ReasonSlots reasons, Map<SiteKey, FailSite> sites) {
        this.types = types;
        this.atHand = atHand;
        this.reasons = reasons;
        this.sites = sites;
        for (FailSite site : sites.values()) {
            given.computeIfAbsent(site.key().method(), method -> new HashSet<>())
                    .addAll(types.names(site));
        }
    }

    /** A method of the entity, not private, that gives one of the site's ends and takes a reason; empty when none is known. */
    String transition(FailSite site) {
        List<String> ends = types.names(site);
        return types.methodsOf(site.entity()).stream()
                .filter(method -> !method.isPrivate() && types.isTransitionWithReason(method))
                .filter(method -> ends.isEmpty() || gives(method, ends))
                .min(Comparator.comparing(this::best, Comparator.reverseOrder()).thenComparing(ReasonTakers::signature))
                .map(ReasonTakers::signature)
                .orElse("");
    }

    private boolean gives(MethodDeclaration method, List<String> ends) {
        return given.getOrDefault(method.key(), Set.of()).stream().anyMatch(ends::contains)
                || method.parameters().stream().anyMatch(parameter -> types.isStatus(parameter.type()));
    }

    private Reason.Level best(MethodDeclaration method) {
        return method.parameters().stream()
                .map(this::level)
                .max(Comparator.naturalOrder())
                .orElse(Reason.Level.NONE);
    }

    private Reason.Level level(ParameterDeclaration parameter) {
        return types.slot(parameter.name(), parameter.type());
    }

    private static String signature(MethodDeclaration method) {
        return method.key().name() + "(" + String.join(", ", method.key().parameterTypes()) + ")";
    }

    /** The slot of the entity for a reason of this end: a failure's where it failed, who asked where it was asked for. */
    String slot(FailSite site, StatusSite.End end) {
        boolean asked = end == StatusSite.End.REQUESTED;
        return atHand.slots(entity(site)).stream()
                .filter(slot -> asked || !reasons.isAskedBy(slot))
                .min(Comparator.comparing((String slot) -> asked && !reasons.isAskedBy(slot))
                        .thenComparing(slot -> !reasons.isStrongSlot(slot))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** The type whose status it is; where the site does not know, what its callees know. */
    private TypeName entity(FailSite site) {
        Set<SiteKey> seen = new HashSet<>();
        FailSite at = site;
        while (at.entity().isUnknown() && !at.origins().isEmpty() && seen.add(at.key())) {
            FailSite callee = sites.get(at.origins().first());
            if (callee == null) {
                break;
            }
            at = callee;
        }
        return at.entity();
    }
}
