package org.runincident.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Place;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.inventory.OutcomeConsumer.Form;
import org.runincident.inventory.OutcomeConsumer.Handled;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.vocabulary.Vocabulary;

/**
 * Classes that visit the variants of an outcome. A visitor is an interface or abstract class with a method for each of at
 * least two variants: of a sealed type told by the type of its only parameter, of an enum by its name; a variant whose method has a body there is left to it by
 * every class that does not override it.
 */
final class OutcomeVisitors {
    private final Program program;
    private final Vocabulary vocabulary;
    private final OutcomeTypes types;
    private final EnumVisits enums;
    private final Map<TypeName, Optional<Visitor>> known = new LinkedHashMap<>();

    private OutcomeVisitors(Program program, Vocabulary vocabulary, OutcomeTypes types) {
        this.program = program;
        this.vocabulary = vocabulary;
        this.types = types;
        this.enums = new EnumVisits(program);
    }

    private record Visitor(VariantSet variants, Map<String, MethodDeclaration> methods) {}

    /** The visiting classes of the audited files. */
    static List<OutcomeConsumer> of(Program program, Vocabulary vocabulary, OutcomeTypes types) {
        OutcomeVisitors search = new OutcomeVisitors(program, vocabulary, types);
        List<OutcomeConsumer> found = new ArrayList<>();
        Set<String> owners = new LinkedHashSet<>();
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                owners.add(graph.method().key().owner());
            }
        }
        owners.forEach(owner -> program.declarations()
                .type(TypeName.resolved(owner))
                .filter(type -> type.kind() != TypeKind.INTERFACE && !type.isAbstract() && type.isFromSource())
                .ifPresent(type -> found.addAll(search.visits(type))));
        return found;
    }

    private List<OutcomeConsumer> visits(TypeDeclaration visiting) {
        List<OutcomeConsumer> found = new ArrayList<>();
        for (TypeDeclaration above : program.declarations().lineage(visiting.name())) {
            if (above != visiting && (above.kind() == TypeKind.INTERFACE || above.isAbstract())) {
                known.computeIfAbsent(above.name(), name -> visitor(above))
                        .ifPresent(visitor -> found.add(consumer(visiting, visitor)));
            }
        }
        return found;
    }

    private Optional<Visitor> visitor(TypeDeclaration type) {
        Optional<Visitor> ofConstants = enums.visitedBy(type.name())
                .flatMap(types::variants)
                .filter(types::isOutcome)
                .map(set -> new Visitor(set, EnumVisits.methods(type, set)))
                .filter(visitor -> visitor.methods().size() >= 2);
        return ofConstants.isPresent() ? ofConstants : ofSubtypes(type);
    }

    private Optional<Visitor> ofSubtypes(TypeDeclaration type) {
        Map<TypeName, Map<String, MethodDeclaration>> byOutcome = new LinkedHashMap<>();
        Map<TypeName, VariantSet> sets = new LinkedHashMap<>();
        for (MethodDeclaration method : type.methods()) {
            if (method.isStatic()
                    || method.isConstructor()
                    || method.parameters().size() != 1) {
                continue;
            }
            TypeName parameter = method.parameters().get(0).type();
            for (TypeDeclaration above : program.declarations().lineage(parameter)) {
                if (above.isSealed() && !above.name().equals(parameter)) {
                    types.variants(above).filter(types::isOutcome).ifPresent(set -> {
                        sets.put(above.name(), set);
                        set.variants().stream()
                                .filter(variant -> types.takes(parameter, variant))
                                .forEach(variant -> byOutcome
                                        .computeIfAbsent(above.name(), o -> new LinkedHashMap<>())
                                        .putIfAbsent(variant.name(), method));
                    });
                }
            }
        }
        return byOutcome.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= 2)
                .map(entry -> new Visitor(sets.get(entry.getKey()), entry.getValue()))
                .findFirst();
    }

    private OutcomeConsumer consumer(TypeDeclaration visiting, Visitor visitor) {
        List<Handled> named = new ArrayList<>();
        List<VariantSet.Variant> missing = new ArrayList<>();
        MethodDeclaration rest = null;
        for (VariantSet.Variant variant : visitor.variants().variants()) {
            MethodDeclaration declared = visitor.methods().get(variant.name());
            Optional<MethodDeclaration> own = declared == null ? Optional.empty() : override(visiting, declared);
            if (own.isPresent()) {
                named.add(new Handled(variant.name(), treatment(own.get())));
            } else if (declared != null && !declared.isAbstract()) {
                missing.add(variant);
                rest = rest == null ? declared : rest;
            }
        }
        Place at = new Place(visiting.file(), visiting.at());
        return new OutcomeConsumer(
                at,
                null,
                Form.VISITOR,
                visitor.variants().declaration().name(),
                named,
                List.of(),
                missing.stream().map(VariantSet.Variant::name).toList(),
                missing.stream()
                        .map(VariantSet.Variant::at)
                        .filter(Objects::nonNull)
                        .toList(),
                rest == null ? Treatment.IMPOSSIBLE : treatment(rest),
                rest != null,
                rest == null ? at : place(rest, at),
                "",
                named.size() < 2,
                visitor.variants().declaredAt(),
                List.of());
    }

    /** The method of the class, or of one between it and the visitor, that takes the place of the visitor's. */
    private Optional<MethodDeclaration> override(TypeDeclaration visiting, MethodDeclaration declared) {
        int parameters = declared.parameters().size();
        return program.declarations().methods(visiting.name(), declared.name(), parameters).stream()
                .filter(method -> !method.isAbstract()
                        && !method.key().equals(declared.key())
                        && method.key().parameterTypes().equals(declared.key().parameterTypes()))
                .findFirst();
    }

    private Treatment treatment(MethodDeclaration method) {
        return program.graph(method.key())
                .map(graph -> new ArmReader(program, graph, vocabulary.loggers()).treatment(0))
                .orElse(Treatment.WORKS);
    }

    private Place place(MethodDeclaration method, Place otherwise) {
        return program.graph(method.key())
                .map(graph -> new Place(graph.file(), method.at()))
                .orElse(otherwise);
    }
}
