package org.runincident.flow.status;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.runincident.code.Span;
import org.runincident.flow.Value;

/**
 * Everything known at one point of a path: what the variables and the members reached hold, and where each subject
 * stands. Paths that agree on the subjects are joined; see {@link #key}.
 *
 * <p>A copy has its maps in common with what it was copied from until either writes: most copies write to none or one.
 */
final class PathState {

    /** By {@link Reach#id}. */
    private Map<Integer, AbstractValue> values;

    private Map<Ref, AbstractValue> members;
    private final Subjects subjects;
    private boolean ownsValues;
    private boolean ownsMembers;
    private AbstractValue returned;
    private Trail trail;
    private boolean flung;

    PathState() {
        this(Map.of(), Map.of(), new Subjects(), null, null);
    }

    private PathState(
            Map<Integer, AbstractValue> values,
            Map<Ref, AbstractValue> members,
            Subjects subjects,
            AbstractValue returned,
            Trail trail) {
        this.values = values;
        this.members = members;
        this.subjects = subjects;
        this.returned = returned;
        this.trail = trail;
    }

    PathState copy() {
        ownsValues = false;
        ownsMembers = false;
        PathState copy = new PathState(values, members, subjects.copy(), returned, trail);
        copy.flung = flung;
        return copy;
    }

    private Map<Integer, AbstractValue> ownValues() {
        if (!ownsValues) {
            values = new HashMap<>(values);
            ownsValues = true;
        }
        return values;
    }

    private Map<Ref, AbstractValue> ownMembers() {
        if (!ownsMembers) {
            members = new HashMap<>(members);
            ownsMembers = true;
        }
        return members;
    }

    AbstractValue read(Value value) {
        int id = Reach.id(value);
        if (id >= 0) {
            AbstractValue known = values.get(id);
            if (known == null) {
                return unassigned(value);
            }
            return known.ref() == null && known.open() && value instanceof Value.Variable variable
                    ? known.named(new Ref.Named(variable.id(), variable.name(), variable.type()))
                    : known;
        }
        if (value instanceof Value.Constant constant) {
            return AbstractValue.exactly(Atom.of(constant), constant.type());
        }
        if (value instanceof Value.Literal literal) {
            return AbstractValue.exactly(Atom.of(literal), literal.type());
        }
        if (value instanceof Value.Null) {
            return AbstractValue.NULL;
        }
        return value == null ? AbstractValue.UNKNOWN : AbstractValue.unknown(null, value.type());
    }

    private static AbstractValue unassigned(Value value) {
        if (!(value instanceof Value.Variable variable)) {
            return AbstractValue.unknown(null, value.type());
        }
        return variable.role() == Value.Role.RECEIVER
                ? AbstractValue.unknown(new Ref.Receiver(variable.type()), variable.type())
                : AbstractValue.unknown(
                        new Ref.Named(variable.id(), variable.name(), variable.type()), variable.type());
    }

    void write(Value to, AbstractValue value) {
        int id = Reach.id(to);
        if (id >= 0) {
            ownValues().put(id, value);
        }
    }

    /** Forgets all values that nobody reads any more, and what was told to objects that nobody holds any more. */
    void keep(BitSet live) {
        for (int id : values.keySet()) {
            if (!live.get(id)) {
                ownValues().keySet().removeIf(other -> !live.get(other));
                break;
            }
        }
        if (subjects.all().isEmpty()) {
            return;
        }
        Set<Ref> held = new HashSet<>();
        values.values().forEach(value -> hold(held, value));
        members.values().forEach(value -> hold(held, value));
        hold(held, returned);
        subjects.keep(held);
    }

    private static void hold(Set<Ref> held, AbstractValue value) {
        if (value != null && value.ref() != null) {
            held.add(value.ref().root());
        }
    }

    /** What a member was last seen to hold; null when nothing is known. */
    AbstractValue member(Ref ref) {
        return members.get(ref);
    }

    /** Hands out what each member was last seen to hold. */
    void members(java.util.function.BiConsumer<Ref, AbstractValue> taker) {
        members.forEach(taker);
    }

    void setMember(Ref ref, AbstractValue value) {
        ownMembers().put(ref, value);
    }

    /** Forgets what members of these names held, whatever object they are of. */
    void forgetMembersNamed(Set<String> names) {
        for (Ref known : members.keySet()) {
            if (isNamed(known, names)) {
                ownMembers().keySet().removeIf(ref -> isNamed(ref, names));
                break;
            }
        }
    }

    private static boolean isNamed(Ref ref, Set<String> names) {
        return ref instanceof Ref.Member member && names.contains(member.name());
    }

    /** Forgets what an object turned out to be, and what its members held. */
    void forgetAll(Ref object) {
        if (members.containsKey(object)) {
            ownMembers().remove(object);
        }
        forgetMembers(object, name -> false);
    }

    /** Forgets what the members of an object held, those kept by the filter left alone. */
    void forgetMembers(Ref of, Predicate<String> kept) {
        for (Ref known : members.keySet()) {
            if (isForgotten(known, of, kept)) {
                ownMembers().keySet().removeIf(ref -> isForgotten(ref, of, kept));
                break;
            }
        }
    }

    private static boolean isForgotten(Ref ref, Ref of, Predicate<String> kept) {
        return ref instanceof Ref.Member member && member.isWithin(of) && !kept.test(member.name());
    }

    SubjectState subject(Ref ref) {
        return subjects.of(ref);
    }

    /** Where each subject stands; not to be changed. */
    Map<Ref, SubjectState> subjects() {
        return subjects.all();
    }

    /** What the path does not follow. */
    LetGo letGo() {
        return subjects.letGo();
    }

    /** Nothing is known of a subject any more. */
    void forget(Ref ref) {
        subjects.forget(ref);
    }

    void change(Ref ref, UnaryOperator<SubjectState> change) {
        subjects.change(ref, change);
    }

    /** Everything that was recorded with a subject, with what it is part of, and with what is part of it. */
    Reason reasonOf(Ref ref) {
        return subjects.reasonOf(ref);
    }

    /** What was recorded with what a subject is part of, and with what is part of it. */
    Reason reasonOfParts(Ref ref) {
        return subjects.reasonOfParts(ref);
    }

    /** The least by which paths are told apart: which sites wait on which subjects, and how well those have been told. */
    PathKey coarseKey() {
        return new PathKey(Map.of(), subjects.waiting());
    }

    /**
     * Whether an exception that no statement throws here takes the path out: it cuts off what would have been said, and says
     * itself why.
     */
    boolean isFlung() {
        return flung;
    }

    void setFlung(boolean out) {
        flung = out;
    }

    AbstractValue returned() {
        return returned;
    }

    void setReturned(AbstractValue value) {
        returned = value;
    }

    Trail trail() {
        return trail;
    }

    void step(Trail.Kind kind, Span at, String text, String subject, SiteKey site) {
        trail = new Trail(trail, kind, at, text, subject, site);
    }

    /**
     * The key under which paths are joined.
     *
     * @param decisiveIds ids of the values whose exact value decides what happens later
     * @param names members that are tested more than once
     */
    PathKey key(Set<Integer> decisiveIds, Set<String> names) {
        Map<Object, Object> decisive = new HashMap<>();
        for (int id : decisiveIds) {
            AbstractValue value = values.get(id);
            if (value != null
                    && (!value.open() || value.mayBeNull() || !value.except().isEmpty())) {
                decisive.put(id, sortOf(value));
            }
        }
        if (!names.isEmpty()) {
            members.forEach((ref, value) -> {
                if (!value.open() && ref instanceof Ref.Member member && names.contains(member.name())) {
                    decisive.put(ref, value.atoms());
                }
            });
        }
        return new PathKey(subjects.parting(), decisive);
    }

    private static Object sortOf(AbstractValue value) {
        return value.open() ? (value.mayBeNull() ? "perhaps" : value.except()) : value.atoms();
    }

    /**
     * Joins another path into this one.
     *
     * @return whether anything is known less well now
     */
    boolean join(PathState other) {
        boolean changed = flung && !other.flung;
        flung &= other.flung;
        Map<Integer, AbstractValue> joinedValues = joined(values, other.values);
        if (joinedValues != values) {
            values = joinedValues;
            ownsValues = true;
            changed = true;
        }
        Map<Ref, AbstractValue> joinedMembers = joined(members, other.members);
        if (joinedMembers != members) {
            members = joinedMembers;
            ownsMembers = true;
            changed = true;
        }
        changed |= subjects.join(other.subjects);
        if (!Objects.equals(returned, other.returned)) {
            AbstractValue joined =
                    returned == null || other.returned == null ? AbstractValue.UNKNOWN : returned.or(other.returned);
            changed |= !joined.equals(returned);
            returned = joined;
        }
        return changed;
    }

    /** A value known on one side only may hold anything on the other. The same map when that changes nothing. */
    private static <K> Map<K, AbstractValue> joined(Map<K, AbstractValue> mine, Map<K, AbstractValue> others) {
        if (mine == others) {
            return mine;
        }
        Map<K, AbstractValue> all = mine;
        for (Map.Entry<K, AbstractValue> entry : mine.entrySet()) {
            AbstractValue value = entry.getValue();
            AbstractValue other = others.get(entry.getKey());
            AbstractValue joined = value == other || other == null ? other : value.or(other);
            if (joined != value && !value.equals(joined)) {
                all = all == mine ? new HashMap<>(mine) : all;
                if (joined == null) {
                    all.remove(entry.getKey());
                } else {
                    all.put(entry.getKey(), joined);
                }
            }
        }
        return all;
    }
}
