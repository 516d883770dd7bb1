package org.runincident.flow.status;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.runincident.code.Span;
import org.runincident.flow.Value;

/**
 * Everything known at one point of a path: what the variables and the members reached hold, and where each subject
 * stands. Paths that agree on the subjects are joined; see {@link #key}.
 */
final class PathState {

    /** By {@link Reach#id}. */
    private final Map<Integer, AbstractValue> values;

    private final Map<Ref, AbstractValue> members;
    private final Map<Ref, SubjectState> subjects;
    private AbstractValue returned;
    private Trail trail;
    private boolean flung;

    PathState() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), null, null);
    }

    private PathState(
            Map<Integer, AbstractValue> values,
            Map<Ref, AbstractValue> members,
            Map<Ref, SubjectState> subjects,
            AbstractValue returned,
            Trail trail) {
        this.values = values;
        this.members = members;
        this.subjects = subjects;
        this.returned = returned;
        this.trail = trail;
    }

    PathState copy() {
        PathState copy =
                new PathState(new HashMap<>(values), new HashMap<>(members), new HashMap<>(subjects), returned, trail);
        copy.flung = flung;
        return copy;
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
            values.put(id, value);
        }
    }

    /** Forgets all values that nobody reads any more, and what was told to objects that nobody holds any more. */
    void keep(BitSet live) {
        values.keySet().removeIf(id -> !live.get(id));
        if (subjects.isEmpty()) {
            return;
        }
        Set<Ref> held = new HashSet<>();
        values.values().forEach(value -> hold(held, value));
        members.values().forEach(value -> hold(held, value));
        hold(held, returned);
        subjects.entrySet()
                .removeIf(entry -> entry.getKey().root() instanceof Ref.Made made
                        && !held.contains(made)
                        && entry.getValue().pending().isEmpty()
                        && entry.getValue().passed().isEmpty());
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
        members.put(ref, value);
    }

    /** Forgets what the members of an object held, those kept by the filter left alone. */
    void forgetMembers(Ref of, java.util.function.Predicate<String> kept) {
        members.keySet()
                .removeIf(ref -> ref instanceof Ref.Member member && member.isWithin(of) && !kept.test(member.name()));
    }

    SubjectState subject(Ref ref) {
        return subjects.getOrDefault(ref, SubjectState.NEW);
    }

    Map<Ref, SubjectState> subjects() {
        return subjects;
    }

    void change(Ref ref, UnaryOperator<SubjectState> change) {
        SubjectState changed = change.apply(subject(ref));
        if (changed.isIdle()) {
            subjects.remove(ref);
        } else {
            subjects.put(ref, changed);
        }
    }

    /** Everything that was recorded with a subject, with what it is part of, and with what is part of it. */
    Reason reasonOf(Ref ref) {
        return subject(ref).reason().and(reasonOfParts(ref));
    }

    /** What was recorded with what a subject is part of, and with what is part of it. */
    Reason reasonOfParts(Ref ref) {
        Reason all = Reason.NONE;
        for (Map.Entry<Ref, SubjectState> entry : subjects.entrySet()) {
            if (!entry.getKey().equals(ref) && isPartOf(entry.getKey(), ref)) {
                all = all.and(entry.getValue().reason());
            }
        }
        return all;
    }

    private static boolean isPartOf(Ref one, Ref other) {
        return one.isWithin(other) || other.isWithin(one);
    }

    /** Which sites wait on which subjects, and how well those have been told: the least by which paths are told apart. */
    Key coarseKey() {
        Map<Object, Object> waiting = new HashMap<>();
        subjects.forEach((ref, subject) -> {
            if (!subject.pending().isEmpty()) {
                waiting.put(ref, List.of(subject.pending(), reasonOf(ref).level()));
            }
        });
        return new Key(Map.of(), waiting);
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

    /** What must agree for two paths to be taken as one. */
    record Key(Map<Ref, SubjectState> subjects, Map<Object, Object> decisive) {
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Key key && subjects.equals(key.subjects) && decisive.equals(key.decisive);
        }

        @Override
        public int hashCode() {
            return 31 * subjects.hashCode() + decisive.hashCode();
        }
    }

    /**
     * The key under which paths are joined.
     *
     * @param decisiveIds ids of the values whose exact value decides what happens later
     * @param names members that are tested more than once
     */
    Key key(Set<Integer> decisiveIds, Set<String> names) {
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
        Map<Ref, SubjectState> parting = new HashMap<>(subjects);
        parting.values().removeIf(SubjectState::isPlain);
        return new Key(parting, decisive);
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
        boolean changed = joinValues(values, other.values);
        changed |= flung && !other.flung;
        flung &= other.flung;
        changed |= joinValues(members, other.members);
        for (Ref ref : union(subjects.keySet(), other.subjects.keySet())) {
            SubjectState joined = subject(ref).or(other.subject(ref));
            if (!joined.isSame(subject(ref))) {
                change(ref, old -> joined);
                changed = true;
            }
        }
        if (!Objects.equals(returned, other.returned)) {
            AbstractValue joined =
                    returned == null || other.returned == null ? AbstractValue.UNKNOWN : returned.or(other.returned);
            changed |= !joined.equals(returned);
            returned = joined;
        }
        return changed;
    }

    private static Set<Ref> union(Set<Ref> some, Set<Ref> more) {
        Set<Ref> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** A value known on one side only may hold anything on the other. */
    private static <K> boolean joinValues(Map<K, AbstractValue> mine, Map<K, AbstractValue> others) {
        boolean changed = mine.keySet().retainAll(others.keySet());
        for (Map.Entry<K, AbstractValue> entry : mine.entrySet()) {
            AbstractValue joined = entry.getValue().or(others.get(entry.getKey()));
            if (!joined.equals(entry.getValue())) {
                entry.setValue(joined);
                changed = true;
            }
        }
        return changed;
    }
}
