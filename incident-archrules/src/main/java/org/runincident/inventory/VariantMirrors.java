package org.runincident.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Place;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.DeclaredMirror;
import org.runincident.flow.Dispatch;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/**
 * Finds lists of variants that drift from the type they list: registries keyed by an outcome, and switches that answer
 * with the constants of a twin type.
 */
final class VariantMirrors {
    private final Program program;
    private final OutcomeTypes types;
    private final List<VariantMirror> mirrors = new ArrayList<>();

    private VariantMirrors(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.types = new OutcomeTypes(program.declarations(), vocabulary.outcomes());
    }

    /** All drifting lists in the audited files, sorted by place. */
    static List<VariantMirror> of(Program program, Vocabulary vocabulary) {
        VariantMirrors search = new VariantMirrors(program, vocabulary);
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                search.readRegistries(graph);
                graph.dispatches().forEach(dispatch -> search.readMapping(graph, dispatch));
            }
        }
        program.mirrors().forEach(search::readDeclared);
        search.mirrors.sort(Comparator.comparing(VariantMirror::at));
        return search.mirrors;
    }

    private void readRegistries(EventGraph graph) {
        OutcomeRegistries.in(graph, program, types).stream()
                .filter(registry ->
                        registry.isMeantWhole() && !registry.missing().isEmpty())
                .forEach(registry -> mirrors.add(new VariantMirror(
                        registry.at(),
                        graph.method().key(),
                        VariantMirror.Kind.REGISTRY,
                        registry.variants().declaration().name(),
                        "map",
                        registry.missing(),
                        List.of(),
                        List.of(),
                        registry.variants().declaredAt())));
    }

    private void readMapping(EventGraph graph, Dispatch dispatch) {
        Optional<VariantSet> from = program.declarations()
                .type(dispatch.type())
                .flatMap(types::variants)
                .filter(types::isOutcome);
        if (from.isEmpty()) {
            return;
        }
        Map<String, Value.Constant> answers = new LinkedHashMap<>();
        ArmAnswers arms = new ArmAnswers(graph);
        for (Dispatch.Arm arm : dispatch.arms()) {
            Value.Constant answer = arms.constant(arm.entry());
            if (answer != null && !arm.guarded() && arm.labels().size() == 1) {
                answers.put(arm.labels().get(0).toString(), answer);
            }
        }
        Set<TypeName> owners = new LinkedHashSet<>();
        answers.values().forEach(answer -> owners.add(answer.owner()));
        for (TypeName owner : owners) {
            program.declarations()
                    .type(owner)
                    .flatMap(types::variants)
                    .filter(twin -> !owner.equals(from.get().declaration().name()))
                    .ifPresent(twin -> mapping(graph, dispatch, from.get(), twin, answers));
        }
    }

    private void mapping(
            EventGraph graph, Dispatch dispatch, VariantSet from, VariantSet to, Map<String, Value.Constant> answers) {
        Map<String, String> twins = new LinkedHashMap<>();
        to.names().forEach(name -> twins.put(plain(name), name));
        int straight = 0;
        List<String> crossed = new ArrayList<>();
        for (Map.Entry<String, Value.Constant> answer : answers.entrySet()) {
            String twin = twins.get(plain(answer.getKey()));
            if (twin != null
                    && answer.getValue().owner().equals(to.declaration().name())) {
                if (twin.equals(answer.getValue().name())) {
                    straight++;
                } else {
                    crossed.add(answer.getKey() + " -> " + answer.getValue().name());
                }
            }
        }
        // Only where most go to their namesakes are the two types twins, and the one that does not a slip.
        if (!crossed.isEmpty() && straight >= 2 && straight >= 3 * crossed.size()) {
            mirrors.add(new VariantMirror(
                    new Place(graph.file(), dispatch.at()),
                    graph.method().key(),
                    VariantMirror.Kind.MAPPING,
                    from.declaration().name(),
                    to.declaration().name().simple(),
                    List.of(),
                    List.of(),
                    crossed,
                    declared(to.declaration())));
        }
    }

    private void readDeclared(DeclaredMirror mirror) {
        Optional<VariantSet> variants = program.declarations().type(mirror.of()).flatMap(types::variants);
        Optional<VariantSet> own = mirror.type() == null
                ? Optional.empty()
                : program.declarations().type(mirror.type()).flatMap(types::variants);
        if (variants.isEmpty() || mirror.type() != null && own.isEmpty()) {
            return;
        }
        boolean json = !mirror.types().isEmpty();
        List<String> listed = own.map(VariantSet::names).orElse(mirror.names()).stream()
                .map(VariantMirrors::plain)
                .toList();
        List<String> except =
                mirror.except().stream().map(VariantMirrors::plain).toList();
        List<String> missing = variants.get().variants().stream()
                .filter(variant -> json
                        ? mirror.types().stream().noneMatch(type -> types.takes(type, variant))
                        : !listed.contains(plain(variant.name())))
                .map(VariantSet.Variant::name)
                .filter(name -> !except.contains(plain(name)))
                .toList();
        List<String> known =
                variants.get().names().stream().map(VariantMirrors::plain).toList();
        List<String> extra = own.map(VariantSet::names).orElse(List.of()).stream()
                .filter(name -> !known.contains(plain(name)))
                .toList();
        if (missing.isEmpty() && extra.isEmpty()) {
            return;
        }
        mirrors.add(new VariantMirror(
                mirror.at(),
                null,
                json ? VariantMirror.Kind.JSON_SUBTYPES : VariantMirror.Kind.DECLARED,
                mirror.of(),
                mirror.what(),
                missing,
                extra,
                List.of(),
                declared(variants.get().declaration())));
    }

    private static String plain(String name) {
        return String.join("", Words.of(name));
    }

    private static Place declared(TypeDeclaration type) {
        return type.isFromSource() ? new Place(type.file(), type.at()) : null;
    }
}
