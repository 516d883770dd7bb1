package org.runincident.flow.status;

/** Translates refs of a method into what its caller calls them. */
final class Anchors {

    private Anchors() {}

    /** @param returned the value returned on the path; null when there is none */
    static Anchor of(Ref ref, AbstractValue returned) {
        if (returned != null
                && returned.ref() instanceof Ref.Made
                && returned.ref().equals(ref)) {
            return Anchor.RESULT;
        }
        if (ref instanceof Ref.Receiver) {
            return Anchor.RECEIVER;
        }
        if (ref instanceof Ref.Parameter parameter) {
            return Anchor.parameter(parameter.index());
        }
        if (ref instanceof Ref.Made made) {
            return Anchor.loadedBy(made.from() == null ? -1 : parameterOf(made.from()));
        }
        if (ref instanceof Ref.Member member) {
            return member.name().equals(MethodScope.LOADED)
                    ? Anchor.loadedBy(parameterOf(member.of()))
                    : of(member.of(), returned).member(member.name());
        }
        return Anchor.loadedBy(-1);
    }

    private static int parameterOf(Ref ref) {
        Ref root = ref.root();
        if (root instanceof Ref.Parameter parameter) {
            return parameter.index();
        }
        return root instanceof Ref.Made made
                        && made.from() != null
                        && !made.from().equals(ref)
                ? parameterOf(made.from())
                : -1;
    }
}
