package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.sql.SqlReader;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/**
 * Statuses under a key: {@code row.put("status", "FAILED")}, {@code Map.of("status", "FAILED", "error", text)}, JSON nodes and
 * documents. What only asks for a status (the parameters of a query, the tags of a meter) gives none.
 */
final class Entries {

    private static final Set<String> WRITING = Set.of(
            "put",
            "append",
            "addProperty",
            "addValue",
            "setProperty",
            "field",
            "add",
            "with",
            "accumulate",
            "putString",
            "putValue",
            "entry",
            "replace",
            "computeIfAbsent",
            "putIfAbsent");

    /** Words of names of what a query or a meter is given. */
    private static final Set<String> ASKING = Set.of(
            "params",
            "param",
            "parameters",
            "parameter",
            "criteria",
            "filter",
            "filters",
            "query",
            "condition",
            "conditions",
            "where",
            "args",
            "tags",
            "tag",
            "labels",
            "dimensions",
            "headers",
            "config",
            "properties",
            "settings",
            "options",
            "translations",
            "colors",
            "icons",
            "example",
            "predicate",
            "search");

    /** Parts of the names of packages whose maps are what a meter is told apart by. */
    private static final Set<String> METERS =
            Set.of("opentelemetry", "micrometer", "prometheus", "metrics", "telemetry");

    private static final Set<String> READING = Set.of(
            "query",
            "find",
            "select",
            "search",
            "count",
            "list",
            "fetch",
            "load",
            "lookup",
            "filter",
            "get",
            "exists",
            "delete",
            "tag",
            "tags",
            "counter",
            "increment",
            "gauge",
            "timer",
            "meter",
            "log",
            "debug",
            "info",
            "warn",
            "match",
            "matching",
            "stream",
            "scan",
            "is");

    /** Answers of an interface to whoever called it, not of a thing that goes on standing so. */
    private static final Set<String> ANSWERS = Set.of("error", "fail", "failure", "invalid");

    private final MethodScope scope;
    private final StatusTypes types;
    private final Vocabulary vocabulary;
    private final StatusWrites writes;

    Entries(MethodScope scope, StatusWrites writes) {
        this.scope = scope;
        this.types = scope.types();
        this.vocabulary = types.vocabulary();
        this.writes = writes;
    }

    /**
     * The paths after a call that writes entries.
     *
     * @return null when it writes none
     */
    List<PathState> call(PathState state, Invocation call) {
        List<AbstractValue> arguments = call.arguments();
        if (arguments.size() == 2 && WRITING.contains(call.name()) && call.receiver() != null) {
            return key(arguments.get(0)) == null ? null : entry(state, call, call.receiver(), 0);
        }
        boolean literal = call.receiverKnown() == null
                && call.name().equals("of")
                && isMap(call.method().owner());
        return literal && arguments.size() % 2 == 0 ? entries(state, call, call.made()) : null;
    }

    /** The paths after {@code new Document("status", FAILED)}; null when it is no such thing. */
    List<PathState> create(PathState state, Invocation call) {
        boolean document = Set.of("Document", "BasicDBObject", "MapSqlParameterSource", "JSONObject")
                .contains(call.method().owner().simple());
        return document && call.arguments().size() == 2 ? entries(state, call, call.made()) : null;
    }

    /** Takes back what was found in a map that turns out to be given to a query or a meter. */
    void asked(PathState state, Invocation call) {
        if (call.arguments().isEmpty() || !isAsking(call)) {
            return;
        }
        for (AbstractValue argument : call.arguments()) {
            if (argument.ref() != null
                    && !state.subject(argument.ref()).pending().isEmpty()) {
                state.change(argument.ref(), old -> old.without(this::isEntry));
            }
        }
    }

    private boolean isEntry(SiteKey site) {
        FailSite known = scope.sites().get(site);
        return known != null && known.kind() == FailSite.Kind.MAP;
    }

    private static boolean isAsking(Invocation call) {
        List<String> words = Words.of(call.name());
        return !words.isEmpty() && READING.contains(words.get(0))
                || call.arguments().stream()
                        .flatMap(argument -> argument.atoms().stream())
                        .anyMatch(atom -> atom.kind() == Atom.Kind.TEXT && isStatement(atom.text()));
    }

    private static boolean isStatement(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("select ") || start.startsWith("delete ") || SqlReader.mayBegin(text);
    }

    private static boolean isMap(TypeName owner) {
        return owner.simple().endsWith("Map");
    }

    private List<PathState> entries(PathState before, Invocation call, Ref map) {
        List<PathState> states = List.of(before);
        for (int i = 0; i + 1 < call.arguments().size(); i += 2) {
            if (key(call.arguments().get(i)) == null) {
                return states;
            }
            List<PathState> next = new ArrayList<>();
            for (PathState state : states) {
                next.addAll(entry(state, call, map, i));
            }
            states = next;
        }
        return states;
    }

    private List<PathState> entry(PathState state, Invocation call, Ref map, int at) {
        String key = key(call.arguments().get(at));
        AbstractValue value = call.arguments().get(at + 1);
        if (vocabulary.reasons().isKey(key) || vocabulary.reasons().isSlot(key)) {
            boolean code = Words.last(key).equals("code") || types.isReasonObject(value.type());
            writes.reason(state, map, value, code ? Reason.Level.STRUCTURED : Reason.Level.TEXT, call.at());
        } else if (vocabulary.statuses().isStatusName(key) && fails(value) && !isAsking(map)) {
            return writes.status(state, map, key, TypeName.STRING, value, call.at(), FailSite.Kind.MAP);
        }
        if (map.depth() < Ref.DEEPEST) {
            state.setMember(new Ref.Member(map, key, TypeName.UNKNOWN), value);
        }
        return List.of(state);
    }

    private boolean fails(AbstractValue value) {
        return value.atoms().stream()
                .anyMatch(atom ->
                        types.isBadEnd(atom) && !(atom.kind() == Atom.Kind.TEXT && ANSWERS.contains(atom.text())));
    }

    private boolean isAsking(Ref map) {
        return isOfMeters(map.type())
                || Words.of(scope.text(map)).stream().anyMatch(ASKING::contains)
                || Words.of(map.type().simple()).stream().anyMatch(ASKING::contains);
    }

    private static boolean isOfMeters(TypeName type) {
        return Arrays.stream(type.text().split("[.]")).anyMatch(METERS::contains);
    }

    /** The key as text; null when nothing exact is known of it. */
    private static String key(AbstractValue value) {
        Atom atom = value.only();
        return atom != null && (atom.kind() == Atom.Kind.TEXT || atom.kind() == Atom.Kind.CONSTANT)
                ? atom.text()
                : null;
    }
}
