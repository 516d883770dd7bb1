package org.runincident.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Span;
import org.runincident.flow.Definitions;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Words;

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
        if (!coverage.left.isEmpty()) {
            coverage.dropNamedOutside(graph, dispatch, variants);
        }
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

    /** Inside of an arm of another decision on the same value only what that arm names is left. */
    private void dropNamedOutside(EventGraph graph, Dispatch dispatch, VariantSet variants) {
        Definitions definitions = null;
        for (Dispatch outer : graph.dispatches()) {
            if (outer.id() != dispatch.id()
                    && outer.type().equals(dispatch.type())
                    && outer.body().contains(dispatch.at())) {
                definitions = definitions == null ? new Definitions(graph) : definitions;
                String asked = path(dispatch.subject(), definitions);
                Dispatch.Arm arm = armAround(outer, dispatch.at());
                if (arm != null
                        && !asked.isEmpty()
                        && asked.equals(path(outer.subject(), definitions))
                        && !isWritten(graph, definitions.nameOf(outer.subject()), arm.at(), dispatch.at())) {
                    left.removeIf(variant -> arm.labels().stream().noneMatch(label -> takes(variants, label, variant)));
                }
            }
        }
    }

    /** The arm with the last beginning before a place; null when that is the rest. */
    private static Dispatch.Arm armAround(Dispatch outer, Span at) {
        Dispatch.Arm nearest = null;
        for (Dispatch.Arm arm : outer.arms()) {
            if (arm.at().compareTo(at) < 0 && (nearest == null || arm.at().compareTo(nearest.at()) > 0)) {
                nearest = arm;
            }
        }
        boolean inRest = nearest != null
                && outer.restKind() == Dispatch.RestKind.EXPLICIT
                && outer.restAt().compareTo(at) < 0
                && outer.restAt().compareTo(nearest.at()) > 0;
        return inRest ? null : nearest;
    }

    private static boolean isWritten(EventGraph graph, String field, Span from, Span to) {
        return graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .anyMatch(event -> event instanceof Event.Put put
                        && put.field().equals(field)
                        && put.at().compareTo(from) > 0
                        && put.at().compareTo(to) < 0);
    }

    /** Where a field, or what a getter gives, is read from; empty for others. Variables are followed along the paths. */
    private static String path(Value value, Definitions definitions) {
        if (value instanceof Value.Variable variable) {
            return variable.role() == Value.Role.RECEIVER ? "this" : "v" + variable.id();
        }
        Event made = definitions.of(value);
        if (made instanceof Event.Get get) {
            String receiver = get.receiver() == null ? get.owner().text() : path(get.receiver(), definitions);
            return receiver.isEmpty() ? "" : receiver + "." + get.field();
        }
        if (made instanceof Event.Call call && call.arguments().isEmpty() && call.receiver() != null) {
            String receiver = path(call.receiver(), definitions);
            boolean getter = call.method().name().startsWith("get")
                    || Words.of(call.method().name()).size() == 1;
            return receiver.isEmpty() || !getter
                    ? ""
                    : receiver + "." + call.method().name() + "()";
        }
        return "";
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
