package org.runincident.audit.cfg;

import java.util.HashMap;
import java.util.Map;
import org.runincident.code.Answer;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;

/** Which catch types take which exceptions. */
final class ExceptionTypes {
    private final Declarations declarations;
    private final Map<Question, Takes> answers = new HashMap<>();

    private record Question(TypeName thrown, boolean exact, TypeName caught) {}

    /** Whether a clause takes an exception: for certain, perhaps, or not. */
    enum Takes {
        ALWAYS,
        MAYBE,
        NEVER
    }

    ExceptionTypes(Declarations declarations) {
        this.declarations = declarations;
    }

    Takes takes(TypeName caught, Thrown thrown) {
        return answers.computeIfAbsent(new Question(thrown.type(), thrown.exact(), caught), this::answer);
    }

    private Takes answer(Question q) {
        if (q.caught.is("java.lang.Throwable")) {
            return Takes.ALWAYS;
        }
        Answer below = declarations.isSubtype(q.thrown, q.caught);
        if (below.isYes()) {
            return Takes.ALWAYS;
        }
        if (below == Answer.UNKNOWN) {
            return Takes.MAYBE;
        }
        return q.exact || declarations.isSubtype(q.caught, q.thrown).isNo() ? Takes.NEVER : Takes.MAYBE;
    }
}
