package org.runincident.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.flow.Definitions;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.inventory.OutcomeConsumer.Handled;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.vocabulary.Vocabulary;

/** Finds the places that decide by the variant of an outcome, and reads what each of them does with every variant. */
public final class OutcomeConsumers {
    /** So many unnamed variants to each named one make a choice of a few. */
    private static final int FEW_OF_MANY = 4;

    private final Program program;
    private final Vocabulary vocabulary;
    private final OutcomeTypes types;
    private final VariantQuestions questions;
    private final List<OutcomeConsumer> consumers = new ArrayList<>();
    private int unresolved;

    private OutcomeConsumers(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.vocabulary = vocabulary;
        this.types = new OutcomeTypes(program.declarations(), vocabulary.outcomes());
        this.questions = new VariantQuestions(program, types);
    }

    /**
     * What was found.
     *
     * @param list sorted by place
     * @param unresolved switches and chains over names of constants or types whose type cannot be seen
     */
    public record Found(List<OutcomeConsumer> list, int unresolved) {
        public Found {
            list = List.copyOf(list);
        }
    }

    /** All consumers of outcomes in the audited files. */
    public static Found of(Program program, Vocabulary vocabulary) {
        OutcomeConsumers search = new OutcomeConsumers(program, vocabulary);
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                graph.dispatches().forEach(dispatch -> search.read(graph, dispatch));
            }
        }
        search.consumers.addAll(OutcomeVisitors.of(program, vocabulary, search.types));
        search.consumers.addAll(OutcomeRegistries.consumers(program, search.types));
        OutsideConsumers outside = new OutsideConsumers(program, vocabulary, search.types);
        List<OutcomeConsumer> all = new ArrayList<>(outside.list());
        search.consumers.forEach(consumer -> all.add(consumer.knowing(outside.ways(consumer.outcome()))));
        all.sort(Comparator.comparing(OutcomeConsumer::at).thenComparing(OutcomeConsumer::form));
        return new Found(all, search.unresolved);
    }

    private void read(EventGraph graph, Dispatch dispatch) {
        if (!namesVariants(dispatch) || dispatch.form() == Dispatch.Form.IF_ROW && !isMapping(graph, dispatch)) {
            return;
        }
        Optional<TypeDeclaration> type = program.declarations().type(dispatch.type());
        if (type.isEmpty()) {
            unresolved++;
            return;
        }
        Optional<VariantSet> variants = types.variants(type.get());
        if (variants.isPresent()
                && (isOutcomeHere(dispatch, variants.get()) || isKindOfOutcome(graph, dispatch, variants.get()))) {
            consumers.add(consumer(graph, dispatch, variants.get()));
        }
    }

    /**
     * Ifs over constants count only where the type is called an outcome: a file that tests constants of any other enum may
     * hold no word that makes anybody read it.
     */
    private boolean isOutcomeHere(Dispatch dispatch, VariantSet variants) {
        boolean ifs = dispatch.form() == Dispatch.Form.IF_CHAIN || dispatch.form() == Dispatch.Form.IF_ROW;
        return ifs && !variants.declaration().isSealed() ? types.isCalledOutcome(variants) : types.isOutcome(variants);
    }

    /** {@code switch (outcome.getKind())}: the kinds are the variants of the outcome that is asked for them. */
    private boolean isKindOfOutcome(EventGraph graph, Dispatch dispatch, VariantSet kinds) {
        return new Definitions(graph).of(dispatch.subject()) instanceof Event.Call asked
                && asked.arguments().isEmpty()
                && asked.receiver() != null
                && types.isKindOf(kinds, asked.receiver().type());
    }

    /** Ifs in a row are a list only when each gives one fixed answer; otherwise they are guards before the real work. */
    private boolean isMapping(EventGraph graph, Dispatch dispatch) {
        ArmReader arms = new ArmReader(program, graph, vocabulary.loggers());
        return dispatch.arms().stream()
                        .allMatch(arm ->
                                !arm.guarded() && !arms.soleAnswer(arm.entry()).isEmpty())
                && (!arms.soleAnswer(dispatch.rest()).isEmpty() || arms.treatment(dispatch.rest()) == Treatment.THROWS);
    }

    private static boolean namesVariants(Dispatch dispatch) {
        return labels(dispatch)
                .anyMatch(label -> label instanceof Dispatch.Label.Named || label instanceof Dispatch.Label.OfType);
    }

    private static java.util.stream.Stream<Dispatch.Label> labels(Dispatch dispatch) {
        return dispatch.arms().stream().flatMap(arm -> arm.labels().stream());
    }

    private OutcomeConsumer consumer(EventGraph graph, Dispatch dispatch, VariantSet variants) {
        ArmReader arms = new ArmReader(program, graph, vocabulary.loggers());
        DispatchCoverage coverage = DispatchCoverage.of(graph, dispatch, variants, types, questions);
        List<VariantSet.Variant> left = coverage.left().stream()
                .filter(variant -> !vocabulary.outcomes().isTransportOnly(variant.name()))
                .toList();
        Treatment rest = rest(dispatch, arms);
        Set<String> inWords = Rationales.named(
                dispatch.comments(),
                dispatch.around(),
                left.stream().map(VariantSet.Variant::name).toList());
        List<VariantSet.Variant> missing = left.stream()
                .filter(variant -> !inWords.contains(variant.name()))
                .toList();
        List<Handled> named = new ArrayList<>();
        for (VariantSet.Variant variant : variants.variants()) {
            Dispatch.Arm arm = coverage.taken().get(variant);
            if (arm != null || inWords.contains(variant.name())) {
                named.add(new Handled(variant.name(), arm == null ? rest : arms.treatment(arm.entry())));
            }
        }
        int byArms = coverage.taken().size();
        TypeDeclaration declared = variants.declaration();
        Span restAt =
                dispatch.restAt() == null || dispatch.restAt().equals(Span.NONE) ? dispatch.at() : dispatch.restAt();
        return new OutcomeConsumer(
                new Place(graph.file(), dispatch.at()),
                graph.method().key(),
                OutcomeConsumer.Form.valueOf(dispatch.form().name()),
                declared.name(),
                named,
                coverage.openQuestions(),
                missing.stream().map(VariantSet.Variant::name).toList(),
                missing.stream()
                        .map(VariantSet.Variant::at)
                        .filter(Objects::nonNull)
                        .toList(),
                rest,
                dispatch.restKind() == Dispatch.RestKind.EXPLICIT,
                new Place(graph.file(), restAt),
                Rationales.of(dispatch.comments(), rest, inWords),
                isTwoWay(dispatch, arms, byArms + coverage.openQuestions().size())
                        || isNoAnswer(dispatch, arms, rest) && left.size() >= FEW_OF_MANY * byArms
                        || rest == Treatment.NOTHING && isPlainSuccess(missing),
                variants.declaredAt(),
                List.of());
    }

    private static Treatment rest(Dispatch dispatch, ArmReader arms) {
        return switch (dispatch.restKind()) {
            case NONE -> Treatment.IMPOSSIBLE;
            case IMPLICIT -> dispatch.join() >= 0 ? Treatment.NOTHING : arms.treatment(dispatch.rest());
            case EXPLICIT ->
                dispatch.form() == Dispatch.Form.SWITCH_EXPRESSION
                                && arms.treatment(dispatch.rest()) != Treatment.THROWS
                        ? Treatment.WORKS
                        : arms.treatment(dispatch.rest());
        };
    }

    /** All failures are named, and where it went well there is nothing to do. */
    private boolean isPlainSuccess(List<VariantSet.Variant> missing) {
        return !missing.isEmpty()
                && missing.stream().allMatch(variant -> vocabulary.outcomes().isPlainSuccess(variant.name()));
    }

    /** Nothing is done or said for the rest: with a few of many named that is a choice, not a list with a hole. */
    private static boolean isNoAnswer(Dispatch dispatch, ArmReader arms, Treatment rest) {
        return switch (dispatch.restKind()) {
            case NONE -> false;
            case IMPLICIT -> dispatch.join() >= 0;
            case EXPLICIT -> rest == Treatment.NOTHING || arms.answersNothing(dispatch.rest());
        };
    }

    /** One group of variants against all others: a question with two answers, not a list with a hole. */
    private static boolean isTwoWay(Dispatch dispatch, ArmReader arms, int named) {
        if (named <= 1) {
            return true;
        }
        if (dispatch.form() == Dispatch.Form.IF_CHAIN) {
            // Where every test asks for more than the variant, the chain is no list of variants.
            return dispatch.arms().stream().allMatch(Dispatch.Arm::guarded);
        }
        Set<String> groups = new HashSet<>();
        for (Dispatch.Arm arm : dispatch.arms()) {
            if (arm.entry() != dispatch.rest()) {
                String answer = arms.soleEffect(arm.entry());
                groups.add(answer.isEmpty() ? "block " + arm.entry() : answer);
            }
        }
        return groups.size() <= 1;
    }
}
