package org.runincident.flow.status;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.runincident.vocabulary.Words;

/** What a call hands out, by the summary of its callee. */
final class SummaryResults {

    private final MethodScope scope;
    private final CallerView view;

    SummaryResults(MethodScope scope, CallerView view) {
        this.scope = scope;
        this.view = view;
    }

    AbstractValue of(PathState state, Invocation call, Summary.Result result) {
        if (result.same() != null && result.same().members().isEmpty()) {
            if (result.same().root() == Anchor.Root.PARAMETER
                    && result.same().index() < call.arguments().size()) {
                return call.arguments().get(result.same().index());
            }
            if (result.same().root() == Anchor.Root.RECEIVER && call.receiver() != null) {
                return AbstractValue.unknown(call.receiver(), call.resultType());
            }
        }
        Ref ref = result.same() != null && result.same().root() != Anchor.Root.LOADED
                ? CallerView.subject(call, result.same())
                : call.memberOrMade();
        AbstractValue known = state.member(ref);
        Set<Atom> atoms = new HashSet<>();
        boolean open = result.open();
        SortedSet<Integer> from = new TreeSet<>();
        for (int parameter : result.parameters()) {
            if (parameter >= 0 && parameter < call.arguments().size()) {
                AbstractValue argument = call.arguments().get(parameter);
                atoms.addAll(argument.atoms());
                from.addAll(argument.parameters());
            }
        }
        if (!call.isGetter() && (!call.arguments().isEmpty() || result.same() != null)) {
            atoms.addAll(result.atoms());
        } else {
            open = true;
            result.atoms().stream()
                    .filter(atom -> !scope.types().isBadEnd(atom))
                    .forEach(atoms::add);
        }
        Reason carries = result.carries() == null ? null : result.carries().at(i -> view.given(state, call, i));
        if (known != null && atoms.isEmpty()) {
            return known;
        }
        if ((isLookUp(call) || isTranslation(call)) && ref.depth() < Ref.DEEPEST) {
            ref = new Ref.Member(ref, MethodScope.LOOKED_UP, call.resultType());
        }
        return new AbstractValue(
                ref, call.resultType(), new TreeSet<>(atoms), open || atoms.isEmpty(), Set.of(), carries, from);
    }

    /** What it hands out stood somewhere before: {@code getState(id)}, {@code toStatus(code)}. */
    private static boolean isLookUp(Invocation call) {
        return !call.isCreation()
                && !call.isGetter()
                && Set.of("get", "to", "from", "as", "convert", "translate", "map", "parse", "read")
                        .contains(Words.of(call.name()).get(0));
    }

    /** One status in terms of another: what it says was said there. */
    private boolean isTranslation(Invocation call) {
        return !call.isCreation()
                && scope.types().isStatus(call.resultType())
                && call.arguments().stream()
                        .anyMatch(argument -> argument.open()
                                && argument.parameters().isEmpty()
                                && !argument.type().equals(call.resultType())
                                && scope.types().isStatus(argument.type()));
    }
}
