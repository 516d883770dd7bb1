package org.runincident.flow.status;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private static final int MOST_SUBJECTS = 32;

    /** By {@link Reach#id}. */
    private Map<Integer, AbstractValue> values;

    private Map<Ref, AbstractValue> members;
    private Map<Ref, SubjectState> subjects;
    private boolean ownsValues;
    private boolean ownsMembers;
    private boolean ownsSubjects;
    private AbstractValue returned;
    private Trail trail;
    private boolean flung;

    PathState() {
        this(Map.of(), Map.of(), Map.of(), null, null);
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
        ownsValues = false;
        ownsMembers = false;
        ownsSubjects = false;
        PathState copy = new PathState(values, members, subjects, returned, trail);
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

    private Map<Ref, SubjectState> ownSubjects() {
        if (!ownsSubjects) {
            subjects = new HashMap<>(subjects);
            ownsSubjects = true;
        }
        return subjects;
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
        if (subjects.isEmpty()) {
            return;
        }
        Set<Ref> held = new HashSet<>();
        values.values().forEach(value -> hold(held, value));
        members.values().forEach(value -> hold(held, value));
        hold(held, returned);
        for (Map.Entry<Ref, SubjectState> entry : subjects.entrySet()) {
            if (isLost(entry, held)) {
                ownSubjects().entrySet().removeIf(other -> isLost(other, held));
                break;
            }
        }
    }

    private static boolean isLost(Map.Entry<Ref, SubjectState> entry, Set<Ref> held) {
        return entry.getKey().root() instanceof Ref.Made made
                && !held.contains(made)
                && entry.getValue().pending().isEmpty()
                && entry.getValue().passed().isEmpty();
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
        return subjects.getOrDefault(ref, SubjectState.NEW);
    }

    /** Where each subject stands; not to be changed. */
    Map<Ref, SubjectState> subjects() {
        return subjects;
    }

    /** Nothing is known of a subject any more. */
    void forget(Ref ref) {
        if (subjects.containsKey(ref)) {
            ownSubjects().remove(ref);
        }
    }

    void change(Ref ref, UnaryOperator<SubjectState> change) {
        SubjectState changed = change.apply(subject(ref));
        if (changed.isIdle()) {
            forget(ref);
        } else if (subjects.get(ref) != changed && isFollowed(ref)) {
            ownSubjects().put(ref, changed);
        }
    }

    /** Where many are followed already, what is reached over several fields is let go: in circles of calls its number has no end. */
    private boolean isFollowed(Ref ref) {
        return subjects.size() < MOST_SUBJECTS || ref.depth() < 2 || subjects.containsKey(ref);
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
    static final class Key {
        private final Map<Ref, SubjectState> subjects;
        private final Map<Object, Object> decisive;
        private final int hash; // asked for again and again, and long to work out

        Key(Map<Ref, SubjectState> subjects, Map<Object, Object> decisive) {
            this.subjects = subjects;
            this.decisive = decisive;
            this.hash = 31 * subjects.hashCode() + decisive.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Key key
                            && hash == key.hash
                            && subjects.equals(key.subjects)
                            && decisive.equals(key.decisive);
        }

        @Override
        public int hashCode() {
            return hash;
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
        Map<Ref, SubjectState> parting = new HashMap<>();
        subjects.forEach((ref, subject) -> {
            if (!subject.isPlain()) {
                parting.put(ref, subject);
            }
        });
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
        changed |= subjects != other.subjects && joinSubjects(other);
        if (!Objects.equals(returned, other.returned)) {
            AbstractValue joined =
                    returned == null || other.returned == null ? AbstractValue.UNKNOWN : returned.or(other.returned);
            changed |= !joined.equals(returned);
            returned = joined;
        }
        return changed;
    }

    private boolean joinSubjects(PathState other) {
        boolean changed = false;
        Set<Ref> all = new HashSet<>(subjects.keySet());
        all.addAll(other.subjects.keySet());
        for (Ref ref : all) {
            SubjectState mine = subject(ref);
            SubjectState others = other.subject(ref);
            if (mine != others) {
                SubjectState joined = mine.or(others);
                if (!joined.isSame(mine)) {
                    change(ref, old -> joined);
                    changed = true;
                }
            }
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
