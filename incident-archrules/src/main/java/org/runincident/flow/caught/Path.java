package org.runincident.flow.caught;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/**
 * One path of a {@link HeldWalk} so far: which values hold how much of the exception, and what was done with it. Equality
 * is that of what can still matter; the trail does not count.
 */
final class Path {
    private final Map<Value, Holding> held;
    private final Set<Value> made;
    private Set<Value> absent = Set.of();
    private Set<Value> nulls = Set.of();
    private boolean confirmed;
    private boolean asked;
    private boolean thrown;
    private Holding inFlight;
    private Use use;
    private boolean interruptOpen;
    private boolean interruptAnswered;
    private boolean mustBeThrown;
    private boolean printed;
    private Holding receiver;
    private String logLevel;
    private Trail trail;

    private Path(Map<Value, Holding> held, Set<Value> made, Use use, boolean open, String level, Trail trail) {
        this.held = held;
        this.made = made;
        this.use = use;
        this.interruptOpen = open;
        this.logLevel = level;
        this.trail = trail;
    }

    /** A path at its start. */
    static Path start(Map<Value, Holding> held, boolean interruptOpen) {
        return new Path(new HashMap<>(held), new HashSet<>(), Use.NONE, interruptOpen, "", null);
    }

    /** Text of it is on the console. */
    void print(Span at, String text) {
        printed = true;
        use(Use.TEXT_LOGGED, at, text);
    }

    boolean isPrinted() {
        return printed;
    }

    /** The process ends: nobody is left to be interrupted, and who started it reads the console. */
    void endProcess(Span at) {
        closeInterrupt();
        if (printed) {
            use(Use.LOGGED, at, "the process ends, and the console says why");
        }
    }

    /** The same for an exception that steers the control flow: only throwing it on will do, no flag says as much. */
    Path untilThrown() {
        mustBeThrown = true;
        return this;
    }

    /** Whether only throwing it on will do. */
    boolean mustBeThrown() {
        return mustBeThrown;
    }

    /** The way on from here, behind a handler: what is kept, and whether something is still to be thrown on. */
    Path goingOn(Map<Value, Holding> kept) {
        Path next = start(kept, interruptOpen);
        next.mustBeThrown = mustBeThrown;
        return next;
    }

    /** The same with values that are null whenever there is an exception: the result beside it in a callback. */
    Path without(Set<Value> values) {
        absent = Set.copyOf(values);
        return this;
    }

    /** The path has asked, and there is an exception. */
    void confirm() {
        confirmed = true;
    }

    /** Whether there must be an exception on this path: a callback is called without one, too. */
    boolean isConfirmed() {
        return confirmed || absent.isEmpty();
    }

    /** The path has asked for the type of the exception. */
    void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    /** Whether the value is null as long as there is an exception. */
    boolean isAbsent(Value value) {
        return absent.contains(value);
    }

    /** A variable is given a value on this path: {@code null}, or another. */
    void assign(Value variable, boolean isNull) {
        if (nulls.contains(variable) != isNull) {
            Set<Value> changed = new HashSet<>(nulls);
            if (isNull) {
                changed.add(variable);
            } else {
                changed.remove(variable);
            }
            nulls = changed;
        }
    }

    /** Whether the variable was last given {@code null} on this path. */
    boolean isNull(Value value) {
        return nulls.contains(value);
    }

    Path copy() {
        Path copy = new Path(new HashMap<>(held), new HashSet<>(made), use, interruptOpen, logLevel, trail);
        copy.interruptAnswered = interruptAnswered;
        copy.mustBeThrown = mustBeThrown;
        copy.printed = printed;
        copy.receiver = receiver;
        copy.absent = absent;
        copy.nulls = nulls;
        copy.confirmed = confirmed;
        copy.asked = asked;
        copy.thrown = thrown;
        copy.inFlight = inFlight;
        return copy;
    }

    /** What the value keeps of the exception; null for nothing. */
    Holding holding(Value value) {
        if (value instanceof Value.MethodReference reference) {
            return holding(reference.receiver());
        }
        if (value instanceof Value.LambdaBody lambda) {
            return held.get(new Value.LambdaBody(lambda.id(), TypeName.UNKNOWN));
        }
        return value == null ? null : held.get(value);
    }

    /** Goes on to an inner handler, with an exception that keeps so much of this one; null for nothing. */
    void throwOn(Holding holding) {
        thrown = true;
        inFlight = holding;
    }

    /** An inner handler takes the exception thrown on its way; the handler the path begins with is given nothing new. */
    void caughtIn(Value.Variable variable) {
        if (thrown) {
            hold(variable, inFlight);
            thrown = false;
            inFlight = null;
        }
    }

    /** Forgets what other values hold, and that they came into being here. */
    void keepOnly(Predicate<Value> values) {
        held.keySet().removeIf(values.negate());
        made.removeIf(values.negate());
    }

    boolean holdsAny() {
        return !held.isEmpty();
    }

    Map<Value, Holding> held() {
        return held;
    }

    /** A lambda gives back something that holds the exception. */
    void holdInLambda(int lambda, Holding holding) {
        held.merge(new Value.LambdaBody(lambda, TypeName.UNKNOWN), holding, Holding::stronger);
    }

    void hold(Value value, Holding holding) {
        if (value == null) {
            return;
        }
        made.remove(value);
        if (holding == null) {
            held.remove(value);
        } else {
            held.put(value, holding);
        }
    }

    /** Adds to what a value holds already: a builder or collection that was given the exception. */
    void enrich(Value value, Holding holding) {
        if (value instanceof Value.Temp || value instanceof Value.Variable v && v.role() != Value.Role.RECEIVER) {
            held.put(value, Holding.stronger(held.get(value), holding));
        }
    }

    /** Remembers that the value came into being on this path. */
    void make(Value value) {
        if (value != null) {
            made.add(value);
        }
    }

    boolean isMade(Value value) {
        return made.contains(value);
    }

    void use(Use by, Span at, String text) {
        if (by.compareTo(use) > 0) {
            use = by;
        }
        note(at, text);
    }

    /** Whatever happened on this path, that much was done with it. */
    void atLeast(Use best) {
        use = Use.stronger(use, best);
    }

    void inspect() {
        use = Use.stronger(use, Use.INSPECTED);
    }

    Use use() {
        return use;
    }

    void note(Span at, String text) {
        trail = Trail.add(trail, at, text);
    }

    void logAt(String level) {
        if (logLevel.isEmpty()) {
            logLevel = level;
        }
    }

    String logLevel() {
        return logLevel;
    }

    boolean isInterruptOpen() {
        return interruptOpen;
    }

    /** From here on no interruption is waiting: it is thrown on, or the exception is none. */
    void closeInterrupt() {
        interruptOpen = false;
    }

    /** The flag was set again, or asked for. */
    void answerInterrupt() {
        if (mustBeThrown) {
            return;
        }
        interruptAnswered |= interruptOpen;
        interruptOpen = false;
    }

    boolean isInterruptAnswered() {
        return interruptAnswered;
    }

    /** The object itself keeps it now, in one of its fields. */
    void enrichReceiver(Holding holding) {
        receiver = Holding.stronger(receiver, holding);
    }

    /** What the object itself keeps since the path began; null for nothing. */
    Holding receiver() {
        return receiver;
    }

    Trail trail() {
        return trail;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path p
                && use == p.use
                && interruptOpen == p.interruptOpen
                && interruptAnswered == p.interruptAnswered
                && printed == p.printed
                && receiver == p.receiver
                && confirmed == p.confirmed
                && asked == p.asked
                && thrown == p.thrown
                && inFlight == p.inFlight
                && nulls.equals(p.nulls)
                && held.equals(p.held)
                && made.equals(p.made);
    }

    @Override
    public int hashCode() {
        int hash = 31 * held.hashCode() + made.hashCode();
        hash = 31 * hash + nulls.hashCode();
        return 31 * hash + 2 * use.ordinal() + (interruptOpen ? 1 : 0);
    }
}
