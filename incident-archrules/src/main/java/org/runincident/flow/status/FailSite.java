package org.runincident.flow.status;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.runincident.code.Place;
import org.runincident.code.Quoted;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;

/** A place that gives a bad end, with the worst that was seen over all paths through it. */
public final class FailSite {

    /** How the status is given. */
    public enum Kind {
        SETTER,
        FIELD,
        CONSTRUCTOR,
        FACTORY,
        BUILDER,
        TRANSITION,
        /** A callee gives it by itself. */
        CALLEE,
        RETURNED,
        EXCEPTION,
        EVENT,
        MAP,
        SQL
    }

    private final SiteKey key;
    private final EventGraph graph;
    private final Kind kind;
    private final String property;
    private final String subject;
    private final TypeName entity;
    private final int handedBy;
    private final boolean part;
    private final SortedSet<Atom> ends = new TreeSet<>();
    private final SortedSet<Atom> silent = new TreeSet<>();
    private final SortedSet<SiteKey> origins = new TreeSet<>();
    private final SortedSet<SiteKey> together = new TreeSet<>();
    private final SortedSet<String> texts = new TreeSet<>();
    private boolean visible;
    private boolean listed;
    private boolean callersSubject;
    private Reason.Level level;
    private Trail witness;
    private Unrecorded unrecorded;
    private boolean undecided;

    FailSite(SiteKey key, EventGraph graph, Kind kind, String property, String subject, TypeName entity) {
        this(key, graph, kind, property, subject, entity, false, -1);
    }

    private FailSite(
            SiteKey key,
            EventGraph graph,
            Kind kind,
            String property,
            String subject,
            TypeName entity,
            boolean part,
            int handedBy) {
        this.key = key;
        this.graph = graph;
        this.kind = kind;
        this.property = property;
        this.subject = subject;
        this.entity = entity;
        this.part = part;
        this.handedBy = handedBy;
    }

    /**
     * A site that is a part of others: who hands the status in, or makes the exception, is asked for the reason.
     *
     * @param handedBy index of the parameter that hands the status in; -1 when it is fixed here
     */
    static FailSite part(
            SiteKey key, EventGraph graph, Kind kind, String property, String subject, TypeName entity, int handedBy) {
        return new FailSite(key, graph, kind, property, subject, entity, true, handedBy);
    }

    /**
     * One more path through it ends.
     *
     * @param given the bad ends it gave on that path
     */
    void settle(Reason.Level reached, Ends given, Trail trail, boolean heldByCaller) {
        callersSubject |= heldByCaller;
        if (level == null || reached.compareTo(level) < 0) {
            level = reached;
            witness = trail;
        }
        if (reached == Reason.Level.NONE) {
            silent.addAll(given.asked());
        }
    }

    /** Its status is overwritten by another bad end: one omission for both. */
    void overtakenBy(FailSite later) {
        if (later != this) {
            together.add(key);
            together.add(later.key);
        }
    }

    void ends(Iterable<Atom> more) {
        more.forEach(ends::add);
    }

    void calls(Iterable<SiteKey> callees) {
        callees.forEach(origins::add);
    }

    void show() {
        visible = true;
    }

    /** It is shown to a reader, though another site is charged with its silence. */
    void list() {
        listed = true;
    }

    /** Whether it is shown to a reader though its silence is never its own. */
    public boolean isListed() {
        return listed;
    }

    /** Whether it is a part of other sites: callers need not hear of it. */
    boolean isPart() {
        return part;
    }

    /** Index of the parameter that hands the status in; -1 when none does. */
    int handedBy() {
        return handedBy;
    }

    /** A path through it could not be followed to its end. */
    void leaveUndecided() {
        undecided = true;
    }

    /** A path through it was let go there. */
    void leaveUndecided(Trail there) {
        undecided = true;
        witness = witness == null ? there : witness;
    }

    /** Whether every path through it was let go before it ended. */
    boolean isLetGo() {
        return undecided && level == null;
    }

    /** Whether some path through it was not followed: that it says why everywhere is then not known. */
    public boolean isUndecided() {
        return undecided;
    }

    void setUnrecorded(Unrecorded dropped) {
        unrecorded = dropped;
    }

    public SiteKey key() {
        return key;
    }

    public EventGraph graph() {
        return graph;
    }

    public Place place() {
        return new Place(graph.file(), key.at());
    }

    public Kind kind() {
        return kind;
    }

    /** The status property; never empty. */
    public String property() {
        return property;
    }

    /**
     * How a reader is told what it does.
     *
     * @param statuses those it gives, as they are to be named
     */
    public String gives(String statuses) {
        return kind == Kind.SQL
                ? "the statement sets " + property + " to " + statuses + " in " + Quoted.of(subject)
                : property + " becomes " + statuses + " on " + Quoted.of(subject);
    }

    /** The subject as it is written. */
    public String subject() {
        return subject;
    }

    /** The type whose status it is; UNKNOWN when nobody knows. */
    public TypeName entity() {
        return entity;
    }

    /** The bad ends it can give, sorted; where some path says nothing, those it gives on such paths. */
    public SortedSet<Atom> ends() {
        return silent.isEmpty() ? ends : silent;
    }

    /** Sites in callees that give the status for it; empty when it names the status itself. */
    public SortedSet<SiteKey> origins() {
        return origins;
    }

    /** Sites that end on the same path, on the same subject, with the same omission. */
    public SortedSet<SiteKey> together() {
        return together;
    }

    /** Messages and codes recorded that are fixed in the source, over all paths. */
    public SortedSet<String> texts() {
        return texts;
    }

    /** Whether it is a site to a reader, not just a link in a chain of calls. */
    public boolean isVisible() {
        return visible;
    }

    /** Whether a caller holds the subject, and so can record a reason. */
    public boolean isOnCallersSubject() {
        return callersSubject;
    }

    /** The weakest reason over all paths; NONE when some path has none; STRUCTURED when no path was seen to end. */
    public Reason.Level level() {
        return level == null ? Reason.Level.STRUCTURED : level;
    }

    /** A path that shows the level; null when no path was seen to end. */
    public Trail witness() {
        return witness;
    }

    /** How the reason was lost on the way that shows the level; null when there was none to lose. */
    public Trail lost() {
        Trail witness = witness();
        Trail lost = null;
        for (Trail step : witness == null ? List.<Trail>of() : witness.inOrder()) {
            if (subject.equals(step.subject())) {
                lost = switch (step.kind()) {
                    case LOST, LEFT_OVER -> step;
                    case TOLD, STARTED, OVER -> null;
                    case CAUGHT, BRANCH, SITE, END -> lost;
                };
            }
        }
        return lost;
    }

    /** A reason that was at hand and was not recorded; null when none was. */
    public Unrecorded unrecorded() {
        return unrecorded;
    }
}
