package org.runincident.flow.status;

import java.util.HashMap;
import java.util.Map;

/** What is recorded with the subjects of a path, with what each is part of and with what is part of it: found in one pass. */
final class PartReasons {

    private final Map<Ref, SubjectState> subjects;
    private final Map<Ref, Reason> below = new HashMap<>();

    PartReasons(Map<Ref, SubjectState> subjects) {
        this.subjects = subjects;
        subjects.forEach((ref, subject) -> {
            Reason reason = subject.reason();
            if (!reason.isNone()) {
                for (Ref whole = whole(ref); whole != null; whole = whole(whole)) {
                    below.merge(whole, reason, Reason::and);
                }
            }
        });
    }

    /** What was recorded with what a subject is part of, and with what is part of it. */
    Reason of(Ref ref) {
        Reason all = below.getOrDefault(ref, Reason.NONE);
        for (Ref whole = whole(ref); whole != null; whole = whole(whole)) {
            SubjectState subject = subjects.get(whole);
            all = subject == null ? all : all.and(subject.reason());
        }
        return all;
    }

    /** What an object is reached from; null when it is no member. */
    private static Ref whole(Ref ref) {
        return ref instanceof Ref.Member member ? member.of() : null;
    }
}
