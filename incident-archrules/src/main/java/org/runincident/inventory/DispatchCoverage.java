package org.runincident.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.flow.Dispatch;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/** Which variants the arms of one dispatch take, and which are left to the rest. */
final class DispatchCoverage {
    private final Map<VariantSet.Variant, Dispatch.Arm> taken = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<VariantSet.Variant> left = new ArrayList<>();
    private final OutcomeTypes types;
    private final VariantQuestions questions;

    private DispatchCoverage(OutcomeTypes types, VariantQuestions questions) {
        this.types = types;
        this.questions = questions;
    }

    static DispatchCoverage of(
            EventGraph graph, Dispatch dispatch, VariantSet variants, OutcomeTypes types, VariantQuestions questions) {
        DispatchCoverage coverage = new DispatchCoverage(types, questions);
        for (VariantSet.Variant variant : variants.variants()) {
            Optional<Dispatch.Arm> arm = dispatch.arms().stream()
                    .filter(a -> a.labels().stream().anyMatch(label -> coverage.takes(variants, label, variant)))
                    .findFirst();
            arm.ifPresentOrElse(a -> coverage.taken.put(variant, a), () -> coverage.left.add(variant));
        }
        coverage.dropUnreachable(graph, dispatch);
        return coverage;
    }

    private boolean takes(VariantSet variants, Dispatch.Label label, VariantSet.Variant variant) {
        if (label instanceof Dispatch.Label.Named constant) {
            return variant.type() == null && constant.name().equals(variant.name());
        }
        if (label instanceof Dispatch.Label.Asked question) {
            Optional<Boolean> answer = questions.answer(variants, question.method(), variant);
            if (answer.isEmpty()) {
                open.add(question.toString());
            }
            return answer.orElse(false);
        }
        return label instanceof Dispatch.Label.OfType pattern && types.takes(pattern.type(), variant);
    }

    /** A variant that an earlier test in the method has taken out of the way cannot reach the rest. */
    private void dropUnreachable(EventGraph graph, Dispatch dispatch) {
        if (dispatch.rest() < 0 || !(dispatch.subject() instanceof Value.Variable subject)) {
            return;
        }
        VariantPaths paths = new VariantPaths(graph, types, subject, value -> Optional.empty());
        int start = paths.start();
        if (start >= 0) {
            left.removeIf(variant -> !paths.reachable(start, variant).get(dispatch.rest()));
        }
    }

    /** Variants an arm takes, with the first arm that does, in order of declaration. */
    Map<VariantSet.Variant, Dispatch.Arm> taken() {
        return taken;
    }

    /** Questions put to the value of which nobody knows all answers. */
    List<String> openQuestions() {
        return List.copyOf(open);
    }

    /** Variants no arm takes, in order of declaration. */
    List<VariantSet.Variant> left() {
        return List.copyOf(left);
    }
}
