package org.runincident.model.incident;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.runincident.model.FailureCategory;
import org.runincident.model.policy.DecisionReason;
import org.runincident.model.policy.RecoveryDecision;

/**
 * What is safe to do now.
 *
 * @param decision what the policy decided; one that is missing reads as a question to a person
 * @param actions what a person can do, the best first; never empty
 */
public record Recovery(RecoveryDecision decision, List<NextAction> actions) {
    public Recovery {
        decision = decision == null ? new RecoveryDecision.Ask(DecisionReason.LOW_CONFIDENCE) : decision;
        List<NextAction> known = new ArrayList<>(actions == null ? List.of() : actions);
        known.removeIf(Objects::isNull);
        actions = known.isEmpty() ? List.of(NextAction.VIEW_REPORT) : List.copyOf(known);
    }

    /** What a person can do when the policy has decided so, about a failure of this cause and with these facts. */
    public static Recovery of(RecoveryDecision decision, Cause cause, Facts facts) {
        Set<NextAction> actions = new LinkedHashSet<>();
        if (cause.reason().category() == FailureCategory.DISK_FULL) {
            actions.add(NextAction.FREE_DISK_SPACE);
        }
        if (cause.reason().category() == FailureCategory.CONFIGURATION) {
            actions.add(NextAction.FIX_CONFIGURATION);
        }
        actions.addAll(ofDecision(decision, cause));
        if (!facts.checkpoints().isEmpty()) {
            actions.add(NextAction.RESTORE_CHECKPOINT);
        }
        if (!facts.partialOutputs().isEmpty()) {
            actions.add(NextAction.USE_PARTIAL_RESULT);
        }
        if (cause.reason().category() == FailureCategory.INTERNAL) {
            actions.add(NextAction.CONTACT_SUPPORT);
        }
        actions.add(NextAction.VIEW_REPORT);
        return new Recovery(decision, List.copyOf(actions));
    }

    private static List<NextAction> ofDecision(RecoveryDecision decision, Cause cause) {
        return decision.match(
                retry -> List.of(NextAction.WAIT, NextAction.RETRY),
                pause -> List.of(NextAction.RESUME),
                resume -> List.of(NextAction.WAIT, NextAction.RESUME),
                restore -> List.of(NextAction.RESTORE_CHECKPOINT),
                other -> List.of(NextAction.SWITCH_PROVIDER),
                ask -> List.of(NextAction.DECIDE, NextAction.RETRY),
                abandon -> cause.reason().category() == FailureCategory.INTERNAL
                        ? List.<NextAction>of()
                        : List.of(NextAction.RETRY),
                busy -> List.of(NextAction.WAIT));
    }
}
