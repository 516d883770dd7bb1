package org.runincident.vocabulary;

import java.util.List;
import java.util.Set;

/** Names of methods that end a run without success: {@code markFailed}, {@code cancel}, {@code onTimeout}. */
public final class Transitions {

    private final Set<String> prefixes;
    private final Set<String> verbs;
    private final Answers areTransitions = new Answers(this::namesAnEnd);

    Transitions(WordLists lists) {
        prefixes = StatusWords.lower(lists.words("transitionPrefixes"));
        verbs = StatusWords.lower(lists.words("transitionVerbs"));
    }

    /** Whether a method's name says that it ends something without success. */
    public boolean isTransition(String method) {
        return areTransitions.of(method);
    }

    private boolean namesAnEnd(String method) {
        List<String> words = Words.of(method);
        int at = 0;
        if (words.size() > 1 && prefixes.contains(words.get(0)) && !verbs.contains(words.get(0))) {
            at = 1;
        }
        return at < words.size() && (verbs.contains(words.get(at)) || isTimeOut(words, at));
    }

    private static boolean isTimeOut(List<String> words, int at) {
        return at + 1 < words.size()
                && (words.get(at).equals("time") || words.get(at).equals("timed"))
                && words.get(at + 1).equals("out");
    }
}
