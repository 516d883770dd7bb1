package org.runincident.flow.status;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/** Turns the ways out of a method into what its callers need to know. */
final class Summarizer {

    private static final int MOST_OUTCOMES = 12;

    private final MethodScope scope;

    Summarizer(MethodScope scope) {
        this.scope = scope;
    }

    Summary summarize(List<MethodSolver.End> ends) {
        Map<Object, Summary.Outcome> outcomes = new LinkedHashMap<>();
        boolean returns = false;
        boolean matters = false;
        for (MethodSolver.End end : ends) {
            if (end.thrown()) {
                continue;
            }
            returns = true;
            Summary.Outcome outcome = outcome(end.state());
            matters |= outcome.effects().values().stream().anyMatch(effect -> !effect.isQuiet());
            Object key = List.of(outcome.assumes(), outcome.effects(), resultKey(outcome.result()));
            outcomes.merge(
                    key,
                    outcome,
                    (a, b) -> new Summary.Outcome(
                            a.assumes(), a.result().or(b.result()), either(a.effects(), b.effects())));
        }
        if (!returns) {
            return ends.isEmpty() ? Summary.NOTHING : Summary.NEVER_RETURNS;
        }
        Summary summary = new Summary(certain(List.copyOf(outcomes.values())));
        if (!matters) {
            return tidy(summary.collapsed());
        }
        return outcomes.size() > MOST_OUTCOMES ? summary.condensed() : summary;
    }

    private static SortedMap<Anchor, Summary.Effect> either(
            SortedMap<Anchor, Summary.Effect> one, SortedMap<Anchor, Summary.Effect> other) {
        SortedMap<Anchor, Summary.Effect> both = new TreeMap<>(one);
        both.replaceAll((anchor, effect) -> effect.or(other.get(anchor)));
        return both;
    }

    /** A slot that is emptied on some ways only, whatever is handed in, is emptied by somebody who looked. */
    private static List<Summary.Outcome> certain(List<Summary.Outcome> outcomes) {
        if (outcomes.size() == 1) {
            return outcomes;
        }
        Map<Anchor, Set<String>> always = new HashMap<>();
        outcomes.get(0).effects().forEach((anchor, effect) -> always.put(anchor, effect.emptied()));
        for (Summary.Outcome outcome : outcomes) {
            always.forEach((anchor, names) -> {
                Summary.Effect effect = outcome.effects().get(anchor);
                names.retainAll(effect == null ? Set.of() : effect.emptied());
            });
        }
        return outcomes.stream()
                .map(outcome -> outcome.assumes().isEmpty() ? emptyingOnly(outcome, always) : outcome)
                .toList();
    }

    private static Summary.Outcome emptyingOnly(Summary.Outcome outcome, Map<Anchor, Set<String>> kept) {
        SortedMap<Anchor, Summary.Effect> effects = new TreeMap<>(outcome.effects());
        effects.replaceAll((anchor, effect) -> effect.emptyingOnly(kept.getOrDefault(anchor, Set.of())));
        return new Summary.Outcome(outcome.assumes(), outcome.result(), effects);
    }

    /** Without effects only a result that means something is worth keeping. */
    private Summary tidy(Summary summary) {
        Summary.Outcome only = summary.outcomes().get(0);
        Summary.Result result = only.result();
        boolean says = result.carries() != null
                || result.same() != null
                        && result.same().root() != Anchor.Root.RESULT
                        && result.same().members().isEmpty()
                || result.atoms().stream()
                        .anyMatch(
                                atom -> atom.equals(Atom.NULL) || scope.types().isBadEnd(atom))
                || !result.parameters().isEmpty();
        return says
                ? new Summary(List.of(new Summary.Outcome(new TreeMap<>(), result, only.effects())))
                : only.effects().isEmpty()
                        ? Summary.NOTHING
                        : new Summary(
                                List.of(new Summary.Outcome(new TreeMap<>(), Summary.Result.UNKNOWN, only.effects())));
    }

    private static Object resultKey(Summary.Result result) {
        boolean decides = !result.open()
                && result.atoms().stream().allMatch(a -> a.kind() == Atom.Kind.BOOLEAN || a.kind() == Atom.Kind.NULL);
        return decides ? result.atoms() : Set.of();
    }

    private Summary.Outcome outcome(PathState state) {
        SortedMap<Anchor, Summary.Effect> effects = new TreeMap<>();
        for (Map.Entry<Ref, SubjectState> entry : state.subjects().entrySet()) {
            Anchor anchor = Anchors.of(entry.getKey(), state.returned());
            Summary.Effect effect = effect(state, entry.getKey(), entry.getValue(), anchor);
            if (effect != null) {
                effects.merge(anchor, effect, Summarizer::both);
            }
        }
        return new Summary.Outcome(assumptions(state), result(state), effects);
    }

    /** Two objects the caller cannot tell apart: the weaker reason counts where a status is given. */
    private static Summary.Effect both(Summary.Effect one, Summary.Effect other) {
        return one.or(other);
    }

    private Summary.Effect effect(PathState state, Ref ref, SubjectState subject, Anchor anchor) {
        SortedMap<String, Summary.Written> written = new TreeMap<>();
        for (SubjectState.Pending pending : subject.pending()) {
            FailSite site = scope.sites().get(pending.site());
            if (site.isPart()) {
                continue;
            }
            written.merge(
                    pending.property(),
                    new Summary.Written(pending.ends(), setOf(site.key()), new TreeSet<>()),
                    Summary.Written::or);
        }
        for (SubjectState.Passed passed : subject.passed()) {
            SortedSet<Integer> parameters = new TreeSet<>(Set.of(passed.parameter()));
            written.merge(
                    passed.property(),
                    new Summary.Written(Ends.NONE, new TreeSet<>(), parameters),
                    Summary.Written::or);
        }
        Told told = told(state, ref, subject, anchor, !written.isEmpty());
        Map<String, Set<Atom>> given = anchor.isCallers() ? subject.given() : Map.of();
        boolean quiet = written.isEmpty() && told.reason().isNone();
        if (quiet) {
            boolean made = anchor.root() == Anchor.Root.RESULT
                    || scope.graph().method().isConstructor();
            boolean says = !told.isNothing() || !given.isEmpty();
            return says && anchor.isCallers() && !made ? new Summary.Effect(told, written, given) : null;
        }
        boolean reaches = anchor.isCallers()
                || !written.isEmpty()
                || anchor.index() >= 0 && scope.types().hasStatus(ref.type());
        return reaches ? new Summary.Effect(told, written, given) : null;
    }

    /** What the object is told, by slot where the caller can say it so; one it holds itself it may hand on again. */
    private static Told told(PathState state, Ref ref, SubjectState subject, Anchor anchor, boolean withParts) {
        Told told = withParts ? subject.told().also(state.reasonOfParts(ref)) : subject.told();
        return anchor.isCallers() && subject.handed() != null
                ? told.also(subject.handed().late())
                : told;
    }

    /** What was made here from an exception says what the exception says; null when it does not. */
    private Reason toldTo(PathState state, AbstractValue returned) {
        if (!(returned.ref() instanceof Ref.Made)
                || scope.types().hasStatus(returned.type())
                || scope.types().isThrowable(returned.type())) {
            return null;
        }
        Reason told = state.reasonOf(returned.ref());
        return told.isNone() ? null : told;
    }

    private static SortedSet<SiteKey> setOf(SiteKey key) {
        return new TreeSet<>(Set.of(key));
    }

    private SortedMap<Integer, Summary.Assumption> assumptions(PathState state) {
        SortedMap<Integer, Summary.Assumption> assumptions = new TreeMap<>();
        List<Value.Variable> parameters = scope.graph().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            AbstractValue value = state.read(parameters.get(i));
            if (!(value.ref() instanceof Ref.Parameter own) || own.index() != i) {
                continue;
            }
            if (!value.open()) {
                assumptions.put(i, new Summary.Assumption(value.atoms(), Set.of()));
            } else if (!value.except().isEmpty()) {
                assumptions.put(i, new Summary.Assumption(null, value.except()));
            }
        }
        return assumptions;
    }

    private Summary.Result result(PathState state) {
        AbstractValue returned = state.returned();
        if (returned == null) {
            return Summary.Result.UNKNOWN;
        }
        Anchor same = returned.ref() == null ? null : Anchors.of(returned.ref(), returned);
        Set<Atom> atoms = new TreeSet<>(returned.atoms());
        Reason carries = returned.carries() != null ? returned.carries() : toldTo(state, returned);
        TypeName type = returned.type();
        return new Summary.Result(
                same == null || !same.isCallers() ? null : same,
                type,
                atoms,
                returned.open(),
                carries,
                returned.parameters());
    }
}
