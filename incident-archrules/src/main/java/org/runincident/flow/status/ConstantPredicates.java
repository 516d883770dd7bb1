package org.runincident.flow.status;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.runincident.code.MethodKey;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Dispatch.Label;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;

/**
 * What predicates say of constants, as their bodies have it: {@code FAILED.isTerminal()}, {@code ENDS.contains(FAILED)}.
 * Safe for several threads.
 */
final class ConstantPredicates {

    private static final int MOST_CONSTANTS = 6;
    private static final int MOST_BLOCKS = 40;
    private static final int DEEPEST = 3;

    /** Ways to make a collection out of what is handed in. */
    private static final Set<String> MAKERS = Set.of("of", "asList", "immutableEnumSet", "newHashSet", "newEnumSet");

    /** Ways to make a collection out of another. */
    private static final Set<String> WRAPPERS = Set.of(
            "unmodifiableSet",
            "unmodifiableList",
            "unmodifiableCollection",
            "copyOf",
            "immutableEnumSet",
            "newHashSet",
            "synchronizedSet");

    private record Field(String owner, String name) {}

    private record Question(MethodKey method, String constant) {}

    private final Program program;
    private final Targets targets;
    private final Set<MethodKey> looked;
    private final Map<Field, Optional<Set<String>>> collections = new ConcurrentHashMap<>();
    private final Map<Question, Optional<Boolean>> answers = new ConcurrentHashMap<>();

    /** @param looked takes the methods whose bodies were read */
    ConstantPredicates(Program program, Targets targets, Set<MethodKey> looked) {
        this.program = program;
        this.targets = targets;
        this.looked = looked;
    }

    /** What a call says, when it says the same of all its subject can be; else null. */
    Boolean answer(Event.Call call, AbstractValue receiver, List<AbstractValue> arguments) {
        if (receiver == null
                || !call.method().returnType().equals(TypeName.BOOLEAN)
                        && !call.to().type().equals(TypeName.BOOLEAN)) {
            return null;
        }
        if (arguments.isEmpty()) {
            return of(receiver, atom -> ofConstant(call, atom));
        }
        return isAskedOfConstants(call) ? of(arguments.get(0), atom -> isIn(call, atom)) : null;
    }

    private static Boolean of(AbstractValue value, java.util.function.Function<Atom, Boolean> asked) {
        if (value.open() || value.atoms().isEmpty() || value.atoms().size() > MOST_CONSTANTS) {
            return null;
        }
        Set<Boolean> all = new HashSet<>();
        for (Atom atom : value.atoms()) {
            all.add(atom.kind() == Atom.Kind.CONSTANT ? asked.apply(atom) : null);
        }
        return all.size() == 1 ? all.iterator().next() : null;
    }

    /** Whether a call asks a fixed collection for what it holds: {@code ENDS.contains(status)}. */
    static boolean isAskedOfConstants(Event.Call call) {
        return call.method().name().equals("contains")
                && call.arguments().size() == 1
                && call.receiver() instanceof Value.Constant;
    }

    private Boolean isIn(Event.Call call, Atom atom) {
        Value.Constant collection = (Value.Constant) call.receiver();
        Set<String> held = held(new Field(collection.owner().text(), collection.name()));
        return held == null ? null : held.contains(atom.text());
    }

    private Set<String> held(Field field) {
        return collections
                .computeIfAbsent(field, f -> Optional.ofNullable(read(f)))
                .orElse(null);
    }

    private Set<String> read(Field field) {
        EventGraph made = program.graph(new MethodKey(field.owner(), "<clinit>", List.of()))
                .orElse(null);
        if (made == null) {
            return null;
        }
        Map<Value, Set<String>> known = new HashMap<>();
        Set<String> found = null;
        for (Block block : made.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call) {
                    Set<String> constants = made(call, known);
                    if (constants != null) {
                        known.put(call.to(), constants);
                    }
                } else if (event instanceof Event.Put put
                        && put.receiver() == null
                        && put.field().equals(field.name())) {
                    found = known.get(put.value());
                }
            }
        }
        return found;
    }

    private static Set<String> made(Event.Call call, Map<Value, Set<String>> known) {
        List<Value> arguments = call.arguments();
        if (arguments.size() == 1 && WRAPPERS.contains(call.method().name()) && known.containsKey(arguments.get(0))) {
            return known.get(arguments.get(0));
        }
        boolean constants = !arguments.isEmpty()
                && arguments.stream().allMatch(Value.Constant.class::isInstance)
                && MAKERS.contains(call.method().name());
        return constants
                ? arguments.stream()
                        .map(value -> ((Value.Constant) value).name())
                        .collect(Collectors.toSet())
                : null;
    }

    private Boolean ofConstant(Event.Call call, Atom constant) {
        List<EventGraph> bodies = targets.of(call.method(), call.receiver());
        return bodies.size() == 1
                        && bodies.get(0)
                                .method()
                                .key()
                                .owner()
                                .equals(constant.type().text())
                ? ask(bodies.get(0), constant, 0)
                : null;
    }

    private Boolean ask(EventGraph body, Atom constant, int depth) {
        looked.add(body.method().key());
        Question question = new Question(body.method().key(), constant.text());
        Optional<Boolean> known = answers.get(question);
        if (known == null) {
            known = Optional.ofNullable(new Walk(body, constant, depth).answer());
            answers.put(question, known);
        }
        return known.orElse(null);
    }

    /** The value a field of a constant was made with; null when nobody knows. */
    private Object fieldOf(Atom constant, String field) {
        EventGraph made = program.graph(new MethodKey(constant.type().text(), "<clinit>", List.of()))
                .orElse(null);
        if (made == null) {
            return null;
        }
        Map<Value, Event.Create> creations = new HashMap<>();
        for (Block block : made.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Create create) {
                    creations.put(create.to(), create);
                } else if (event instanceof Event.Put put
                        && put.receiver() == null
                        && put.field().equals(constant.text())
                        && creations.containsKey(put.value())) {
                    return handedTo(creations.get(put.value()), field);
                }
            }
        }
        return null;
    }

    private Object handedTo(Event.Create create, String field) {
        List<EventGraph> bodies = targets.of(create.method(), null);
        bodies.forEach(body -> looked.add(body.method().key()));
        if (bodies.size() != 1 || bodies.get(0).blocks().size() > 2) {
            return null;
        }
        EventGraph constructor = bodies.get(0);
        for (Block block : constructor.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Put put && put.field().equals(field) && put.receiver() != null) {
                    int parameter = put.value() instanceof Value.Variable variable
                            ? constructor.parameters().indexOf(variable)
                            : -1;
                    Value value = parameter < 0
                            ? put.value()
                            : parameter < create.arguments().size()
                                    ? create.arguments().get(parameter)
                                    : null;
                    return value instanceof Value.Literal literal ? truth(literal) : null;
                }
            }
        }
        return null;
    }

    /** In class files {@code true} is the number one. */
    private static Boolean truth(Value.Literal literal) {
        return switch (String.valueOf(literal.value())) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** The one way a body takes for one constant. */
    private final class Walk {

        private final EventGraph body;
        private final Atom self;
        private final int depth;

        /** Constants as atoms, truths as Booleans. */
        private final Map<Value, Object> known = new HashMap<>();

        Walk(EventGraph body, Atom self, int depth) {
            this.body = body;
            this.self = self;
            this.depth = depth;
            known.put(body.receiver(), self);
        }

        /** Null when it hangs on what is not known here. */
        Boolean answer() {
            Block block = body.entry();
            for (int i = 0; i < MOST_BLOCKS; i++) {
                for (Event event : block.events()) {
                    if (event instanceof Event.Return out) {
                        return valueOf(out.value()) instanceof Boolean answer ? answer : null;
                    }
                    if (!see(event)) {
                        return null;
                    }
                }
                Edge way = way(block);
                if (way == null) {
                    return null;
                }
                block = body.block(way.target());
            }
            return null;
        }

        private Object valueOf(Value value) {
            if (value instanceof Value.Constant constant) {
                return Atom.of(constant);
            }
            return value instanceof Value.Literal literal ? truth(literal) : known.get(value);
        }

        /** Whether what happens is known whole. */
        private boolean see(Event event) {
            Object made = null;
            Value to = null;
            if (event instanceof Event.Copy copy) {
                to = copy.to();
                made = valueOf(copy.from());
            } else if (event instanceof Event.Get get && Objects.equals(get.receiver(), body.receiver())) {
                to = get.to();
                made = fieldOf(self, get.field());
            } else if (event instanceof Event.Call call) {
                to = call.to();
                made = called(call);
            }
            if (made == null) {
                return false;
            }
            known.put(to, made);
            return true;
        }

        private Boolean called(Event.Call call) {
            if (isAskedOfConstants(call)) {
                return valueOf(call.arguments().get(0)) instanceof Atom atom ? isIn(call, atom) : null;
            }
            if (depth >= DEEPEST || !call.arguments().isEmpty() || !Objects.equals(call.receiver(), body.receiver())) {
                return null;
            }
            List<EventGraph> bodies = targets.of(call.method(), call.receiver());
            return bodies.size() == 1 ? ask(bodies.get(0), self, depth + 1) : null;
        }

        private Edge way(Block block) {
            Edge taken = null;
            for (Edge edge : block.edges()) {
                if (edge.kind() == Edge.Kind.THROWN) {
                    continue;
                }
                Boolean holds = edge.condition() == null ? Boolean.TRUE : holds(edge.condition());
                if (holds == null || holds && taken != null) {
                    return null;
                }
                taken = holds ? edge : taken;
            }
            return taken;
        }

        private Boolean holds(Condition condition) {
            Object subject = valueOf(condition.subject());
            if (condition instanceof Condition.IsTrue && subject instanceof Boolean truth) {
                return truth == condition.holds();
            }
            if (condition instanceof Condition.IsEqual test
                    && subject instanceof Atom one
                    && valueOf(test.other()) instanceof Atom other) {
                return one.text().equals(other.text()) == condition.holds();
            }
            if (condition instanceof Condition.IsOneOf test && subject instanceof Atom atom) {
                if (!test.labels().stream().allMatch(Label.Named.class::isInstance)) {
                    return null;
                }
                boolean named = test.labels().stream()
                        .anyMatch(label -> ((Label.Named) label).name().equals(atom.text()));
                return named == condition.holds();
            }
            return null;
        }
    }
}
