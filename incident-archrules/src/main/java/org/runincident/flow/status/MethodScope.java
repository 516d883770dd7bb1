package org.runincident.flow.status;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Bystanders;

/** What is shared by all paths through one method: its graph, its sites, the names of its objects. */
final class MethodScope {

    private final EventGraph graph;
    private final StatusTypes types;
    private final Map<SiteKey, FailSite> sites = new TreeMap<>();
    private final Map<Ref, String> names = new HashMap<>();
    private final Turns turns;
    private final Set<String> started = new HashSet<>();
    private boolean coarse;

    MethodScope(EventGraph graph, StatusTypes types) {
        this.graph = graph;
        this.types = types;
        this.turns = new Turns(this);
    }

    /** A property takes a running status: from here on paths on which it ends are told from those on which it does not. */
    void started(String property) {
        if (!graph.handlers().isEmpty()) {
            started.add(property);
        }
    }

    Set<String> started() {
        return started;
    }

    Turns turns() {
        return turns;
    }

    /** Paths had to be joined that differ in more than nothing: what needs a certain path is not said. */
    void loseCertainty() {
        coarse = true;
    }

    /** What goes a wrong way in the method; empty where paths had to be joined. */
    List<Turn> turns(List<MethodSolver.End> ends) {
        return coarse ? List.of() : turns.of(ends);
    }

    EventGraph graph() {
        return graph;
    }

    StatusTypes types() {
        return types;
    }

    Map<SiteKey, FailSite> sites() {
        return sites;
    }

    /** The site at a place, made when it is seen first. */
    FailSite site(Span at, FailSite.Kind kind, String property, Ref subject) {
        return site(new SiteKey(graph.method().key(), at, ""), kind, property, subject);
    }

    /** The site of a call that does something to an object of its callee's, made when it is seen first. */
    FailSite site(Span at, Anchor anchor, String property, Ref subject) {
        String part = anchor.root().ordinal() + "." + anchor.index() + anchor.members();
        return site(new SiteKey(graph.method().key(), at, part), FailSite.Kind.CALLEE, property, subject);
    }

    private FailSite site(SiteKey key, FailSite.Kind kind, String property, Ref subject) {
        return sites.computeIfAbsent(
                key, k -> new FailSite(k, graph, kind, property, text(subject), entity(subject, kind)));
    }

    /** The part of other sites at a place, made when it is seen first. */
    FailSite part(Span at, FailSite.Kind kind, String property, Ref subject, int handedBy) {
        SiteKey part = new SiteKey(graph.method().key(), at, "part" + handedBy);
        return sites.computeIfAbsent(
                part, k -> FailSite.part(k, graph, kind, property, text(subject), entity(subject, kind), handedBy));
    }

    private static TypeName entity(Ref subject, FailSite.Kind kind) {
        return subject == null ? TypeName.UNKNOWN : subject.type();
    }

    /** Remembers the first variable that holds an object. */
    void name(Ref ref, Value.Variable variable) {
        name(ref, variable.name());
    }

    /** Remembers what an object is called that no variable holds. */
    void name(Ref ref, String name) {
        if (ref instanceof Ref.Made) {
            names.putIfAbsent(ref, name);
        }
    }

    /** A ref as a reader would write it. */
    String text(Ref ref) {
        if (ref instanceof Ref.Member member) {
            return member.name().equals(LOADED) || member.name().equals(LOOKED_UP)
                    ? text(member.of())
                    : text(member.of()) + "." + member.name();
        }
        if (ref instanceof Ref.Parameter parameter) {
            return parameter.name();
        }
        if (ref instanceof Ref.Named named) {
            return named.name();
        }
        if (ref instanceof Ref.Shared shared) {
            return shared.owner().simple() + (shared.name().isEmpty() ? "" : "." + shared.name());
        }
        if (ref instanceof Ref.Made made) {
            String name = names.get(ref);
            return name != null
                    ? name
                    : made.type().isUnknown()
                            ? "the result"
                            : "the " + made.type().simple();
        }
        return "this";
    }

    /** Member name of what an object is the id of. */
    static final String LOADED = "->";

    /** Member name of what was looked up somewhere. */
    static final String LOOKED_UP = "<-";

    /** Whether a value is kept in a variable, or handed out: not just handed on to the call it stands in. */
    boolean isKept(Value value) {
        if (kept == null) {
            kept = new HashSet<>();
            graph.blocks().stream().flatMap(block -> block.events().stream()).forEach(event -> {
                if (event instanceof org.runincident.flow.Event.Copy copy && copy.to() instanceof Value.Variable) {
                    kept.add(copy.from());
                } else if (event instanceof org.runincident.flow.Event.Return out && out.value() != null) {
                    kept.add(out.value());
                }
            });
        }
        return kept.contains(value);
    }

    private Set<Value> kept;

    /** Whether a status written here, of that subject, is a bad end of a run at all. */
    boolean isSiteOn(Ref subject, FailSite.Kind kind, boolean requested) {
        Bystanders bystanders = types.vocabulary().bystanders();
        String member = graph.method().name();
        if (member.equals("<clinit>") || member.equals("<fields>")) {
            return false;
        }
        if (subject instanceof Ref.Receiver && member.equals("<init>")) {
            return false;
        }
        String owner = graph.method().key().owner();
        for (String part : owner.split("[.$]")) {
            if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
                if (kind != FailSite.Kind.SQL && bystanders.isDefinition(part)
                        || kind != FailSite.Kind.CALLEE && bystanders.isTelemetry(part)) {
                    return false;
                }
            }
        }
        TypeName own = TypeName.resolved(owner);
        if (types.isStatus(own)
                && !types.stateObjects().isRoot(own)
                && !types.stateObjects().isBadEnd(own)) {
            return false;
        }
        if (subject == null) {
            return true;
        }
        if (types.declarations()
                .isSubtype(subject.type(), TypeName.resolved("jdk.jfr.Event"))
                .isYes()) {
            return false;
        }
        if (types.isThrowable(subject.type()) && !types.carriesStatus(subject.type())) {
            return false;
        }
        String entity = subject.type().simple();
        if (kind == FailSite.Kind.CONSTRUCTOR && bystanders.isPlan(entity)) {
            return false;
        }
        if (kind == FailSite.Kind.SQL) {
            return true;
        }
        if (!entity.isEmpty() && (isQuery(bystanders, entity) || types.isTelemetry(subject.type()))) {
            return false;
        }
        boolean itself = subject.root() instanceof Ref.Receiver && subject.depth() <= 1;
        return !(requested && itself && bystanders.isLifecycleOwner(simpleOwner(owner)));
    }

    /**
     * Whether a text called {@code result} says how something came about, as it is given beside a status: by its type where
     * that is known, else in this very body.
     */
    boolean isAccount(TypeName owner, String name, TypeName type) {
        return types.isAccount(owner, name, type) || types.isAccountBeside(owner, name, type, givenTo(owner));
    }

    private Stream<String> givenTo(TypeName owner) {
        return graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .filter(event -> event instanceof Event.Call call
                        && call.receiver() != null
                        && call.receiver().type().equals(owner))
                .map(event -> Accessors.written(((Event.Call) event).method().name()))
                .filter(Objects::nonNull);
    }

    /** Whether the method belongs to a class that maps codes to values. */
    boolean isMappingTable() {
        String owner = simpleOwner(graph.method().key().owner());
        return owner.endsWith("Mapper") || owner.endsWith("Mapping") || owner.endsWith("Table");
    }

    /** Builders of entities are subjects, other definitions are not. */
    private static boolean isQuery(Bystanders bystanders, String entity) {
        return bystanders.isDefinition(entity)
                && !entity.endsWith("Builder")
                && !entity.endsWith("Dto")
                && !entity.endsWith("DTO");
    }

    private static String simpleOwner(String owner) {
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    }
}
