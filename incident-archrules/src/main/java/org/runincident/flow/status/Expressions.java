package org.runincident.flow.status;

import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;

/** What the language itself makes of values: members read, texts joined, tests answered. */
final class Expressions {

    private final Reasons reasons;
    private final Facts facts;
    private final ConstantPredicates predicates;

    Expressions(Reasons reasons, Facts facts, ConstantPredicates predicates) {
        this.reasons = reasons;
        this.facts = facts;
        this.predicates = predicates;
    }

    static AbstractValue read(PathState state, Event.Get get) {
        if (get.receiver() == null) {
            return AbstractValue.unknown(
                    new Ref.Shared(get.owner(), get.field(), get.to().type()),
                    get.to().type());
        }
        Ref of = state.read(get.receiver()).ref();
        if (of == null || of.depth() >= Ref.DEEPEST) {
            return AbstractValue.unknown(null, get.to().type());
        }
        Ref.Member member = new Ref.Member(of, get.field(), get.to().type());
        AbstractValue known = state.member(member);
        return known != null ? known : AbstractValue.unknown(member, get.to().type());
    }

    AbstractValue combined(PathState state, Event.Combine combine) {
        TypeName type = combine.to().type();
        if (combine.operator() == Event.Operator.CAST && combine.parts().size() == 1) {
            AbstractValue value = state.read(combine.parts().get(0));
            return type.isUnknown() ? value : value.typed(type);
        }
        if (combine.operator() == Event.Operator.CONCAT) {
            String text = Texts.joined(state, combine.parts());
            AbstractValue value = AbstractValue.unknown(null, TypeName.STRING)
                    .carrying(reasons.ofText(
                            combine.parts().stream().map(state::read).toList()));
            return text.isEmpty() ? value : value.orAlso(Set.of(Atom.template(text)));
        }
        AbstractValue answer = facts.valueOf(state, combine);
        return answer != null ? answer : AbstractValue.unknown(null, type);
    }

    /** What a question about constants comes to; null when it is none, or nothing is known. */
    AbstractValue answer(PathState state, Event.Call event, AbstractValue receiver, List<AbstractValue> arguments) {
        Boolean answer = predicates.answer(event, receiver, arguments);
        return answer != null ? AbstractValue.exactly(Atom.of(answer), TypeName.BOOLEAN) : facts.valueOf(state, event);
    }
}
