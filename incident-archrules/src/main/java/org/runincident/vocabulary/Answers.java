package org.runincident.vocabulary;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What a question about names was answered, by name: the same few thousand come again and again. Safe for several threads. */
final class Answers {
    /** Names beyond are asked anew each time; those met often are met early. */
    private static final int MOST = 1 << 14;

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Predicate<String> question;

    Answers(Predicate<String> question) {
        this.question = question;
    }

    boolean of(String name) {
        Boolean answer = known.get(name);
        if (answer == null) {
            answer = question.test(name);
            if (known.size() < MOST) {
                known.put(name, answer);
            }
        }
        return answer;
    }
}
