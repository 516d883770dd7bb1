package org.runincident.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.inventory.OutcomeConsumer.Form;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.WordLists;

/**
 * Where outcomes leave the process, as far as it can be seen: types mapped to JSON or XML, answers of controllers, messages
 * sent and received, columns. Whoever reads them there meets the next variant, too.
 */
final class OutsideConsumers {
    private final Program program;
    private final OutcomeTypes types;
    private final Set<String> mapped;
    private final Set<String> controllers;
    private final Set<String> answers;
    private final Set<String> listeners;
    private final Set<String> senders;

    /** The methods alone, which are quick to ask for. */
    private final Set<String> sending;

    private final Set<String> messages;
    private final Set<String> columns;
    private final Map<TypeName, List<VariantSet>> carried = new HashMap<>();
    private final Map<String, OutcomeConsumer> found = new LinkedHashMap<>();
    private final Map<TypeName, List<Step>> ways = new HashMap<>();

    OutsideConsumers(Program program, Vocabulary vocabulary, OutcomeTypes types) {
        this.program = program;
        this.types = types;
        WordLists lists = vocabulary.lists();
        this.mapped = lists.words("wireAnnotations");
        this.controllers = lists.words("controllerAnnotations");
        this.answers = lists.words("answerTypes");
        this.listeners = lists.words("messageListenerAnnotations");
        this.senders = lists.words("messageSenders");
        this.sending = senders.stream()
                .map(sender -> sender.substring(sender.indexOf('#') + 1))
                .collect(Collectors.toSet());
        this.messages = lists.words("messageTypes");
        this.columns = lists.words("columnAnnotations");
        Set<String> owners = new LinkedHashSet<>();
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                owners.add(graph.method().key().owner());
                read(graph);
            }
        }
        owners.forEach(owner -> declaration(TypeName.resolved(owner)).ifPresent(this::readColumns));
        List.copyOf(carried.values()).stream().flatMap(Collection::stream).forEach(this::readMapping);
    }

    /** All of them. */
    List<OutcomeConsumer> list() {
        return List.copyOf(found.values());
    }

    /** The ways one outcome takes, sorted by place. */
    List<Step> ways(TypeName outcome) {
        declaration(outcome).flatMap(types::variants).ifPresent(this::readMapping);
        return ways.getOrDefault(outcome, List.of()).stream()
                .sorted(java.util.Comparator.comparing(Step::at).thenComparing(Step::text))
                .toList();
    }

    private Optional<TypeDeclaration> declaration(TypeName name) {
        return program.declarations().type(name);
    }

    private void read(EventGraph graph) {
        MethodDeclaration method = graph.method();
        Place at = new Place(graph.file(), method.at());
        String owner = method.key().owner();
        String name = "`" + owner.substring(owner.lastIndexOf('.') + 1) + "#" + method.name() + "`";
        if (method.annotations().stream().anyMatch(listeners::contains)) {
            method.parameters()
                    .forEach(p -> carried(p.type())
                            .forEach(set ->
                                    add(set, Form.MESSAGE, at, method.key(), name + " receives it in a message")));
        }
        boolean web = declaration(TypeName.resolved(method.key().owner()))
                        .filter(type -> type.annotations().stream().anyMatch(controllers::contains))
                        .isPresent()
                && !method.annotations().isEmpty();
        if (web) {
            Stream.concat(Stream.of(method.returnType()), answers(graph))
                    .flatMap(type -> carried(type).stream())
                    .forEach(set -> add(set, Form.HTTP, at, method.key(), name + " answers with it over HTTP"));
            method.parameters()
                    .forEach(p -> carried(p.type())
                            .forEach(set ->
                                    add(set, Form.HTTP, at, method.key(), name + " is asked with it over HTTP")));
        }
        sent(graph, name);
    }

    /** What a controller's method returns, or wraps into a response. */
    private Stream<TypeName> answers(EventGraph graph) {
        return graph.blocks().stream().flatMap(block -> block.events().stream()).flatMap(event -> {
            if (event instanceof Event.Return returned && returned.value() != null && returned.lambda() < 0) {
                return Stream.of(returned.value().type());
            }
            return event instanceof Event.Call call
                            && answers.contains(call.method().owner().simple())
                    ? call.arguments().stream().map(a -> a.type())
                    : Stream.of();
        });
    }

    private void sent(EventGraph graph, String name) {
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call && isSender(call)) {
                    call.arguments().forEach(argument -> sent(graph, name, call, argument.type()));
                } else if (event instanceof Event.Create create
                        && messages.contains(create.type().simple())) {
                    create.arguments().forEach(argument -> sent(graph, name, create, argument.type()));
                }
            }
        }
    }

    private void sent(EventGraph graph, String name, Event event, TypeName type) {
        carried(type)
                .forEach(set -> add(
                        set,
                        Form.MESSAGE,
                        new Place(graph.file(), event.at()),
                        graph.method().key(),
                        name + " sends it in a message"));
    }

    private boolean isSender(Event.Call call) {
        return sending.contains(call.method().name())
                && senders.contains(
                        call.method().owner().simple() + "#" + call.method().name());
    }

    private void readColumns(TypeDeclaration type) {
        if (!type.isFromSource()) {
            return;
        }
        for (FieldDeclaration field : type.fields()) {
            if (field.annotations().stream().anyMatch(columns::contains)) {
                String text = "`" + type.name().simple() + "." + field.name() + "` stores it in a column";
                declaration(field.type())
                        .flatMap(types::variants)
                        .filter(types::isOutcome)
                        .ifPresent(set -> add(set, Form.STORED, new Place(type.file(), type.at()), null, text));
            }
        }
    }

    private void readMapping(VariantSet set) {
        TypeDeclaration type = set.declaration();
        Set<String> annotations = new LinkedHashSet<>(type.annotations());
        type.methods().forEach(method -> annotations.addAll(method.annotations()));
        boolean known = annotations.stream().anyMatch(mapped::contains);
        if (known && set.declaredAt() != null && program.isAudited(type.file())) {
            add(set, Form.JSON, set.declaredAt(), null, "the type itself is mapped to JSON or XML");
        }
    }

    /** Outcomes in a value of that type: itself, or one of its fields. */
    private List<VariantSet> carried(TypeName type) {
        List<VariantSet> sets = carried.get(type);
        if (sets == null) {
            sets = new ArrayList<>();
            if (type.resolved() && !type.text().startsWith("java.")) {
                Optional<TypeDeclaration> declared = declaration(type);
                declared.flatMap(types::variants).filter(types::isOutcome).ifPresent(sets::add);
                if (sets.isEmpty()
                        && declared.filter(TypeDeclaration::isFromSource).isPresent()) {
                    fields(declared.get())
                            .flatMap(field -> declaration(field).flatMap(types::variants).stream())
                            .filter(types::isOutcome)
                            .forEach(sets::add);
                }
            }
            carried.put(type, sets);
        }
        return sets;
    }

    private static Stream<TypeName> fields(TypeDeclaration type) {
        return Stream.concat(
                        type.components().stream().map(c -> c.type()),
                        type.fields().stream().filter(f -> !f.isStatic()).map(FieldDeclaration::type))
                .filter(name -> name.resolved() && !name.text().startsWith("java."))
                .distinct();
    }

    private void add(VariantSet set, Form form, Place at, MethodKey member, String text) {
        TypeName outcome = set.declaration().name();
        OutcomeConsumer consumer = new OutcomeConsumer(
                at,
                member,
                form,
                outcome,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Treatment.IMPOSSIBLE,
                false,
                at,
                "",
                false,
                set.declaredAt(),
                List.of());
        if (found.putIfAbsent(outcome + " " + form + " " + at, consumer) == null) {
            ways.computeIfAbsent(outcome, o -> new ArrayList<>()).add(new Step(at, text));
        }
    }
}
