package org.runincident.flow.status;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/**
 * Tests that a method asks more than once: {@code x > 3}, {@code x instanceof Text}, {@code ENDS.contains(x)}. As long as what they look at is not
 * assigned anew, the second asking has the answer of the first. An answer is kept as a member of what is tested.
 */
final class Facts {

    /** More tests than that are not told apart: paths would be too many. */
    private static final int MOST_TESTS = 6;

    private static final String INSTANCE = "instanceof ";
    private static final String NO_INSTANCE = "!instanceof ";

    private static final Map<String, String> OPPOSITES =
            Map.of(">", "<=", "<=", ">", "<", ">=", ">=", "<", "==", "!=", "!=", "==");

    private static final Map<String, String> FROM_THE_RIGHT =
            Map.of(">", "<", "<", ">", ">=", "<=", "<=", ">=", "==", "==", "!=", "!=");

    /**
     * @param of what is tested
     * @param name the test, as the name of a member
     * @param opposite the test that holds when this one does not
     */
    private record Test(Value of, String name, String opposite) {}

    private final Set<Value> fixed;
    private final Map<String, BitSet> blocks;

    Facts(EventGraph graph) {
        fixed = new HashSet<>(graph.parameters());
        for (Block block : graph.blocks()) {
            block.events().forEach(event -> fixed.remove(Uses.target(event)));
        }
        blocks = askedAgain(graph);
    }

    /** By test, the blocks from which it is asked; empty when none is asked twice. */
    private Map<String, BitSet> askedAgain(EventGraph graph) {
        Map<String, BitSet> asked = new TreeMap<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                note(asked, testOf(event), block);
            }
            for (Edge edge : block.edges()) {
                note(asked, edge.condition() == null ? null : testOf(edge.condition()), block);
            }
        }
        asked.values().removeIf(places -> places.cardinality() < 2);
        if (asked.size() > 2 * MOST_TESTS) {
            return Map.of();
        }
        asked.values().forEach(places -> addBlocksBefore(graph, places));
        return asked;
    }

    private static void note(Map<String, BitSet> asked, Test test, Block block) {
        if (test != null) {
            asked.computeIfAbsent(test.name(), name -> new BitSet()).set(block.id());
            asked.computeIfAbsent(test.opposite(), name -> new BitSet()).set(block.id());
        }
    }

    private static void addBlocksBefore(EventGraph graph, BitSet places) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = graph.blocks().size() - 1; i >= 0; i--) {
                if (!places.get(i) && graph.block(i).edges().stream().anyMatch(edge -> places.get(edge.target()))) {
                    places.set(i);
                    changed = true;
                }
            }
        }
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** The tests whose answers still matter at the entry of a block. */
    Set<String> liveAt(int block) {
        if (blocks.isEmpty()) {
            return Set.of();
        }
        Set<String> live = new HashSet<>();
        blocks.forEach((name, places) -> {
            if (places.get(block)) {
                live.add(name);
            }
        });
        return live;
    }

    /** Whether a member is the answer to a test. */
    static boolean isFact(String member) {
        return member.indexOf(' ') >= 0;
    }

    /** Whether a member is the answer to a test that calls can change. */
    static boolean isPassing(String member) {
        return isFact(member) && !member.startsWith(INSTANCE) && !member.startsWith(NO_INSTANCE);
    }

    /** The value of a test: the answer, where it is known, else what it will be known by; null when it is asked once. */
    AbstractValue valueOf(PathState state, Event event) {
        if (blocks.isEmpty()) {
            return null;
        }
        Test test = testOf(event);
        Ref.Member fact = factOf(state, test);
        if (fact == null) {
            return null;
        }
        Boolean answer = answer(state, test, fact);
        return answer == null
                ? AbstractValue.unknown(fact, TypeName.BOOLEAN)
                : AbstractValue.exactly(Atom.of(answer), TypeName.BOOLEAN);
    }

    /** Takes note of a branch; false when an earlier answer says that it cannot be taken. */
    boolean take(PathState state, Condition condition) {
        if (condition == null || blocks.isEmpty()) {
            return true;
        }
        Test test = testOf(condition);
        Ref.Member fact = factOf(state, test);
        if (fact == null) {
            return true;
        }
        Boolean answer = answer(state, test, fact);
        if (answer != null) {
            return answer == condition.holds();
        }
        state.setMember(fact, AbstractValue.exactly(Atom.of(condition.holds()), TypeName.BOOLEAN));
        return true;
    }

    private Ref.Member factOf(PathState state, Test test) {
        if (test == null || !blocks.containsKey(test.name())) {
            return null;
        }
        Ref of = state.read(test.of()).ref();
        return of == null || of.depth() >= Ref.DEEPEST ? null : new Ref.Member(of, test.name(), TypeName.BOOLEAN);
    }

    private static Boolean answer(PathState state, Test test, Ref.Member fact) {
        Boolean direct = truth(state.member(fact));
        if (direct != null) {
            return direct;
        }
        Boolean opposite = truth(state.member(new Ref.Member(fact.of(), test.opposite(), TypeName.BOOLEAN)));
        return opposite == null ? null : !opposite;
    }

    private static Boolean truth(AbstractValue value) {
        Atom only = value == null ? null : value.only();
        return only == null ? null : only.equals(Atom.TRUE);
    }

    private Test testOf(Event event) {
        if (event instanceof Event.Call call && ConstantPredicates.isAskedOfConstants(call)) {
            Value.Constant collection = (Value.Constant) call.receiver();
            String name = "in " + collection.owner().simple() + "." + collection.name();
            return isOpen(call.arguments().get(0)) ? new Test(call.arguments().get(0), name, "!" + name) : null;
        }
        return event instanceof Event.Combine combine ? testOf(combine) : null;
    }

    private Test testOf(Event.Combine combine) {
        List<Value> parts = combine.parts();
        if (combine.operator() == Event.Operator.INSTANCEOF && !combine.sign().isEmpty()) {
            return new Test(parts.get(0), INSTANCE + combine.sign(), NO_INSTANCE + combine.sign());
        }
        if (combine.operator() != Event.Operator.COMPARE
                || parts.size() != 2
                || !OPPOSITES.containsKey(combine.sign())) {
            return null;
        }
        boolean swapped = !isOpen(parts.get(0));
        return swapped
                ? comparison(parts.get(1), FROM_THE_RIGHT.get(combine.sign()), parts.get(0))
                : comparison(parts.get(0), combine.sign(), parts.get(1));
    }

    private Test testOf(Condition condition) {
        if (condition instanceof Condition.IsInstance test && !test.type().isUnknown()) {
            return new Test(test.subject(), INSTANCE + test.type(), NO_INSTANCE + test.type());
        }
        // Comparisons with what is known tell by the values themselves.
        return condition instanceof Condition.IsEqual test && test.other() instanceof Value.Variable
                ? comparison(test.subject(), "==", test.other())
                : null;
    }

    private Test comparison(Value of, String sign, Value with) {
        String other = with instanceof Value.Literal literal
                ? String.valueOf(literal.value())
                : with instanceof Value.Constant constant
                        ? constant.owner().simple() + "." + constant.name()
                        : with instanceof Value.Variable variable && fixed.contains(variable) ? variable.name() : null;
        return other == null || !isOpen(of)
                ? null
                : new Test(of, sign + " " + other, OPPOSITES.get(sign) + " " + other);
    }

    private static boolean isOpen(Value value) {
        return value instanceof Value.Variable || value instanceof Value.Temp;
    }
}
