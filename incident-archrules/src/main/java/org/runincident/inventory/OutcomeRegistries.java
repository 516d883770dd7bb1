package org.runincident.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.inventory.OutcomeConsumer.Form;
import org.runincident.inventory.OutcomeConsumer.Handled;
import org.runincident.inventory.OutcomeConsumer.Treatment;

/** Maps keyed by the constants of an enum, filled where an object or a class is made: there they are meant to be whole. */
final class OutcomeRegistries {
    private static final Set<String> FILLED_IN = Set.of("<clinit>", "<fields>", "<init>");
    private static final Set<String> MAP_MAKERS = Set.of("of", "ofEntries", "copyOf");
    private static final Set<String> FILLERS = Set.of("put", "putIfAbsent", "register");

    private OutcomeRegistries() {}

    /**
     * One map.
     *
     * @param at where its first key is put in
     * @param variants of the type of its keys
     * @param keys constants it has, in the order they are put in; at least two
     */
    record Registry(Place at, EventGraph graph, VariantSet variants, Set<String> keys) {
        List<String> missing() {
            return variants.names().stream()
                    .filter(name -> !keys.contains(name))
                    .toList();
        }

        /** A map with few of the keys is a selection; one that has nearly all of them has forgotten the rest. */
        boolean isMeantWhole() {
            return missing().size() * 3 <= variants.variants().size();
        }
    }

    /** The registries of one body. */
    static List<Registry> in(EventGraph graph, Program program, OutcomeTypes types) {
        if (!FILLED_IN.contains(graph.method().name())) {
            return List.of();
        }
        Definitions definitions = new Definitions(graph);
        Map<Object, Keys> filled = new LinkedHashMap<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call) {
                    read(call, definitions, filled);
                }
            }
        }
        List<Registry> found = new ArrayList<>();
        for (Keys keys : filled.values()) {
            if (!keys.mixed && keys.names.size() >= 2) {
                Optional<VariantSet> variants = program.declarations()
                        .type(keys.type)
                        .flatMap(types::variants)
                        .filter(types::isOutcome);
                variants.ifPresent(
                        set -> found.add(new Registry(new Place(graph.file(), keys.at), graph, set, keys.names)));
            }
        }
        return found;
    }

    /** All registries of the audited files that are meant to be whole, as consumers. */
    static List<OutcomeConsumer> consumers(Program program, OutcomeTypes types) {
        List<OutcomeConsumer> found = new ArrayList<>();
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                in(graph, program, types).stream()
                        .filter(Registry::isMeantWhole)
                        .forEach(registry -> found.add(consumer(registry)));
            }
        }
        return found;
    }

    private static OutcomeConsumer consumer(Registry registry) {
        VariantSet variants = registry.variants();
        return new OutcomeConsumer(
                registry.at(),
                registry.graph().method().key(),
                Form.REGISTRY,
                variants.declaration().name(),
                variants.names().stream()
                        .filter(registry.keys()::contains)
                        .map(name -> new Handled(name, Treatment.WORKS))
                        .toList(),
                List.of(),
                registry.missing(),
                List.of(),
                Treatment.NOTHING,
                false,
                registry.at(),
                "",
                false,
                variants.declaredAt(),
                List.of());
    }

    /** Keys of one map, with the place where the first stands. */
    private static final class Keys {
        private final Set<String> names = new LinkedHashSet<>();
        private TypeName type = TypeName.UNKNOWN;
        private Span at = Span.NONE;
        private boolean mixed;

        void add(Value key, Span where) {
            if (!(key instanceof Value.Constant constant) || !type.isUnknown() && !type.equals(constant.owner())) {
                mixed = true;
                return;
            }
            if (names.isEmpty()) {
                type = constant.owner();
                at = where;
            }
            names.add(constant.name());
        }
    }

    private static void read(Event.Call call, Definitions definitions, Map<Object, Keys> filled) {
        String name = call.method().name();
        String owner = call.method().owner().simple();
        if ((owner.equals("Map") || owner.equals("ImmutableMap")) && MAP_MAKERS.contains(name)) {
            Keys keys = filled.computeIfAbsent(call.to(), to -> new Keys());
            if (name.equals("ofEntries")) {
                call.arguments().forEach(entry -> keys.add(key(entry, definitions), call.at()));
            } else {
                for (int i = 0; i + 1 < call.arguments().size(); i += 2) {
                    keys.add(call.arguments().get(i), call.at());
                }
            }
        } else if (FILLERS.contains(name)
                && call.receiver() != null
                && call.arguments().size() == 2) {
            filled.computeIfAbsent(map(call.receiver(), definitions), receiver -> new Keys())
                    .add(call.arguments().get(0), call.at());
        }
    }

    private static Value key(Value entry, Definitions definitions) {
        return definitions.of(entry) instanceof Event.Call made
                        && made.method().name().equals("entry")
                        && made.arguments().size() == 2
                ? made.arguments().get(0)
                : entry;
    }

    /** A field is read anew for each entry, and a builder gives itself back: it is one map all the same. */
    private static Object map(Value receiver, Definitions definitions) {
        Event made = definitions.of(receiver);
        if (made instanceof Event.Get get) {
            return get.owner() + "." + get.field();
        }
        return made instanceof Event.Call call && FILLERS.contains(call.method().name()) && call.receiver() != null
                ? map(call.receiver(), definitions)
                : receiver;
    }
}
