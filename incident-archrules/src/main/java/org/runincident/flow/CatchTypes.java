package org.runincident.flow;

import java.util.HashMap;
import java.util.Map;
import org.runincident.code.Answer;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;

/** Which catch types take which exceptions. Not safe for several threads: each file has its own. */
public final class CatchTypes {
    private final Declarations declarations;
    private final Map<Question, Takes> answers = new HashMap<>();

    private record Question(TypeName thrown, boolean exact, TypeName caught) {}

    /** Whether a clause takes an exception: for certain, perhaps, or not. */
    public enum Takes {
        ALWAYS,
        MAYBE,
        NEVER
    }

    public CatchTypes(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Whether a clause for one type takes what may be thrown. */
    public Takes takes(TypeName caught, Thrown thrown) {
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
