package org.runincident.inventory;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeDeclaration;
import org.runincident.flow.Block;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;

/**
 * What an enum's own questions ({@code isTerminal()}) answer for each of its constants, read from their bodies: comparisons
 * of {@code this}, flags given to the constructor, and other questions.
 */
final class VariantQuestions {
    private static final int DEEPEST = 3;

    private final Program program;
    private final OutcomeTypes types;

    VariantQuestions(Program program, OutcomeTypes types) {
        this.program = program;
        this.types = types;
    }

    /** The answer for one variant; empty when it cannot be told. */
    Optional<Boolean> answer(VariantSet set, String method, VariantSet.Variant variant) {
        return answer(set.declaration(), method, variant, 0);
    }

    private Optional<Boolean> answer(TypeDeclaration type, String method, VariantSet.Variant variant, int depth) {
        if (variant.type() != null || depth > DEEPEST) {
            return Optional.empty();
        }
        List<MethodDeclaration> methods = program.declarations().methods(type.name(), method, 0);
        Optional<EventGraph> body = methods.isEmpty()
                ? Optional.empty()
                : program.graph(methods.get(0).key());
        if (body.isEmpty() || body.get().receiver() == null) {
            return Optional.empty();
        }
        return new Reading(type, body.get(), variant, depth).answer();
    }

    /** One body, read for one variant. */
    private final class Reading {
        private final TypeDeclaration type;
        private final EventGraph graph;
        private final VariantSet.Variant variant;
        private final int depth;
        private final Definitions definitions;

        Reading(TypeDeclaration type, EventGraph graph, VariantSet.Variant variant, int depth) {
            this.type = type;
            this.graph = graph;
            this.variant = variant;
            this.depth = depth;
            this.definitions = new Definitions(graph);
        }

        Optional<Boolean> answer() {
            BitSet reached = new VariantPaths(graph, types, graph.receiver(), this::truth).reachable(0, variant);
            Set<Optional<Boolean>> answers = new LinkedHashSet<>();
            for (Block block : graph.blocks()) {
                if (reached.get(block.id())) {
                    for (Event event : block.events()) {
                        if (event instanceof Event.Return returned && returned.value() != null) {
                            answers.addAll(values(returned.value(), reached));
                        }
                    }
                }
            }
            return answers.size() == 1 ? answers.iterator().next() : Optional.empty();
        }

        /** Values that can be in a returned value, over the blocks that can be reached. */
        private Set<Optional<Boolean>> values(Value value, BitSet reached) {
            Set<Optional<Boolean>> values = new LinkedHashSet<>();
            for (Block block : graph.blocks()) {
                if (reached.get(block.id())) {
                    for (Event event : block.events()) {
                        if (event instanceof Event.Copy copy && copy.to().equals(value)) {
                            values.add(truth(copy.from()));
                        }
                    }
                }
            }
            return values.isEmpty() ? Set.of(truth(value)) : values;
        }

        private Optional<Boolean> truth(Value value) {
            if (value instanceof Value.Literal literal && literal.value() instanceof Boolean truth) {
                return Optional.of(truth);
            }
            Event made = definitions.of(value);
            if (made instanceof Event.Get get && graph.receiver().equals(get.receiver())) {
                return flag(get.field());
            }
            if (made instanceof Event.Call call
                    && graph.receiver().equals(call.receiver())
                    && call.arguments().isEmpty()) {
                return VariantQuestions.this.answer(type, call.method().name(), variant, depth + 1);
            }
            return Optional.empty();
        }

        /** A field that carries the name of a constructor parameter holds what the constant was given for it. */
        private Optional<Boolean> flag(String field) {
            Optional<ConstantDeclaration> constant = type.constants().stream()
                    .filter(c -> c.name().equals(variant.name()))
                    .findFirst();
            if (constant.isEmpty()) {
                return Optional.empty();
            }
            List<String> arguments = constant.get().arguments();
            return type.methods().stream()
                    .filter(method ->
                            method.isConstructor() && method.parameters().size() == arguments.size())
                    .findFirst()
                    .flatMap(method -> argument(method.parameters(), field, arguments));
        }

        private static Optional<Boolean> argument(
                List<ParameterDeclaration> parameters, String field, List<String> arguments) {
            for (int i = 0; i < parameters.size(); i++) {
                String text = arguments.get(i).strip();
                if (parameters.get(i).name().equals(field) && (text.equals("true") || text.equals("false"))) {
                    return Optional.of(text.equals("true"));
                }
            }
            return Optional.empty();
        }
    }
}
