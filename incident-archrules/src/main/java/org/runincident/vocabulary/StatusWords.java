package org.runincident.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of statuses: which types are about how something stands, and which of their constants are bad ends. */
public final class StatusWords {

    /** What a constant's name says. */
    public enum Meaning {
        FAILURE,
        /** Ended because somebody or something asked for it. */
        REQUESTED,
        /** Running, waiting or well done. */
        GOOD,
        NEUTRAL
    }

    private final Set<String> failed;
    private final Set<String> stopped;
    private final Set<String> good;
    private final Set<String> deciding;
    private final Set<String> suffixes;
    private final Set<String> refusedSuffixes;
    private final Set<String> refusedTypes;
    private final Set<String> setterVerbs;
    private final Set<String> failedPredicates;
    private final Set<String> running;
    private final Set<String> goodEnds;
    private final Answers areSetters = new Answers(this::setsStatus);

    StatusWords(WordLists lists) {
        failed = lower(lists.words("failureWords"));
        stopped = lower(lists.words("stopWords"));
        good = lower(lists.words("goodWords"));
        deciding = lower(lists.words("decidingFirstWords"));
        suffixes = lower(lists.words("statusTypeSuffixes"));
        refusedSuffixes = lower(lists.words("notStatusSuffixes"));
        refusedTypes = lists.words("notStatusTypes");
        setterVerbs = lower(lists.words("statusSetterVerbs"));
        failedPredicates = lower(lists.words("failedPredicates"));
        running = lower(lists.words("runningConstants"));
        goodEnds = lower(lists.words("goodEndConstants"));
    }

    /** What the name of a constant says; the constant's type must be a status for that to count. */
    public Meaning meaning(String constant) {
        List<String> words = Words.of(constant);
        if (words.isEmpty()) {
            return Meaning.NEUTRAL;
        }
        if (words.size() > 2 && words.get(1).equals("with") && good.contains(words.get(0))) {
            return Meaning.GOOD;
        }
        if (words.size() > 1 && failed.contains(words.get(0)) && WAYS_TO_FAIL.contains(words.get(1))) {
            return Meaning.NEUTRAL;
        }
        if (deciding.contains(words.get(0))) {
            return good.contains(words.get(0)) ? Meaning.GOOD : Meaning.NEUTRAL;
        }
        boolean begins = failed.contains(words.get(0)) || stopped.contains(words.get(0));
        if (!begins && words.size() > 2 && PLACES_IN_TIME.contains(words.get(words.size() - 2))) {
            return Meaning.NEUTRAL;
        }
        if (hasAtEitherEnd(words, stopped)) {
            return namesWhoAsked(words) ? Meaning.NEUTRAL : Meaning.REQUESTED;
        }
        if (hasAtEitherEnd(words, failed)) {
            return namesWhoAsked(words) ? Meaning.NEUTRAL : Meaning.FAILURE;
        }
        return words.stream().anyMatch(good::contains) ? Meaning.GOOD : Meaning.NEUTRAL;
    }

    /** {@code WAITING_AFTER_FAILURE}, {@code CONTINUE_ON_ERROR}: what is done when it has failed, or lest it does. */
    private static final Set<String> PLACES_IN_TIME =
            Set.of("after", "before", "on", "until", "without", "despite", "if");

    /** {@code FAILED_OVER}, {@code FAILING_BACK}, {@code FAIL_FAST}: how something goes on, or how it is to fail. */
    private static final Set<String> WAYS_TO_FAIL =
            Set.of("over", "back", "fast", "safe", "soft", "open", "closed", "silent");

    /** {@code CANCELLED_BY_USER} says itself who asked. */
    private static boolean namesWhoAsked(List<String> words) {
        int by = words.lastIndexOf("by");
        return by > 0 && by < words.size() - 1;
    }

    /** Whether a constant is an order rather than an end: {@code STOP}, {@code MACHINE_STOP}, {@code CANCEL}. */
    public boolean isOrder(String constant) {
        return ORDERS.contains(Words.last(constant));
    }

    private static final Set<String> ORDERS = Set.of("stop", "cancel", "kill", "abort", "fail", "terminate", "reject");

    /** Whether the name of a constant means a bad end, failed or requested. */
    public boolean isBadEnd(String constant) {
        Meaning meaning = meaning(constant);
        return meaning == Meaning.FAILURE || meaning == Meaning.REQUESTED;
    }

    /** Whether a constant of that name means that it runs now, and nothing else. */
    public boolean isRunning(String constant) {
        return running.contains(constant.toLowerCase(Locale.ROOT));
    }

    /** Whether a constant of that name means that it ended well, and nothing else. */
    public boolean isGoodEnd(String constant) {
        return goodEnds.contains(constant.toLowerCase(Locale.ROOT));
    }

    /** Whether an exception of that name complains about a status, instead of telling that of a run. */
    public boolean isComplaint(String exception) {
        List<String> words = Words.of(exception);
        return words.contains("transition")
                || !words.isEmpty()
                        && Set.of(
                                        "illegal",
                                        "invalid",
                                        "unexpected",
                                        "unsupported",
                                        "wrong",
                                        "conflicting",
                                        "mismatched")
                                .contains(words.get(0));
    }

    /** Whether a type of that name, qualified or not, can never be a status, whatever its constants. */
    public boolean refusesType(String name) {
        return refusedTypes.stream().anyMatch(type -> name.equals(type) || name.endsWith("." + type))
                || refusedSuffixes.contains(Words.last(name.substring(name.lastIndexOf('.') + 1)))
                        && !isNamedByItsOwner(name);
    }

    /** Whether the name of a type, qualified or not, says that it is about how something stands. */
    public boolean isStatusType(String name) {
        return isStatusName(name.substring(name.lastIndexOf('.') + 1)) || isNamedByItsOwner(name);
    }

    /** Whether a nested type, called by a bare word such as {@code Type}, takes its meaning from its owner: {@code State.Type}. */
    private boolean isNamedByItsOwner(String name) {
        String[] names = name.split("\\.");
        return names.length > 1
                && Words.of(names[names.length - 1]).size() == 1
                && refusedSuffixes.contains(Words.last(names[names.length - 1]))
                && Character.isUpperCase(names[names.length - 2].charAt(0))
                && isStatusName(names[names.length - 2]);
    }

    /** Whether the name of a type, field or parameter ends in a word for how something stands. */
    public boolean isStatusName(String name) {
        return suffixes.contains(Words.last(name));
    }

    /** Whether one of the words of a constant's name is a word for how something stands: {@code STATE_FAILED}. */
    public boolean namesStatus(String constant) {
        return Words.of(constant).stream().anyMatch(suffixes::contains);
    }

    /** Whether a method of that name writes a status: {@code setStatus}, {@code transitionTo}, {@code status}. */
    public boolean isSetter(String method) {
        return areSetters.of(method);
    }

    private boolean setsStatus(String method) {
        List<String> words = Words.of(method);
        if (words.isEmpty()) {
            return false;
        }
        if (words.size() == 1) {
            return suffixes.contains(words.get(0));
        }
        String last = words.get(words.size() - 1);
        String beforeLast = words.get(words.size() - 2);
        return setterVerbs.contains(words.get(0))
                && (suffixes.contains(last)
                        || last.equals("to") && words.size() == 2
                        || (last.equals("to") || last.equals("as") || last.equals("async"))
                                && suffixes.contains(beforeLast));
    }

    /** The property a setter writes: {@code status} for {@code upgradeStatus}. */
    public String property(String setter) {
        List<String> words = Words.of(setter);
        for (int i = words.size() - 1; i >= 0; i--) {
            if (suffixes.contains(words.get(i))) {
                return i > 0 && !setterVerbs.contains(words.get(i - 1))
                        ? words.get(i - 1) + capital(words.get(i))
                        : words.get(i);
            }
        }
        return "state";
    }

    /** Whether a status is what another one under way comes to: {@code FAILED} of {@code FAILING}. */
    public static boolean isEndOf(String status, String underWay) {
        String lower = underWay.toLowerCase(Locale.ROOT);
        String other = status.toLowerCase(Locale.ROOT);
        return lower.endsWith("ing")
                && !other.endsWith("ing")
                && other.startsWith(lower.substring(0, lower.length() - "ing".length()));
    }

    /**
     * What a predicate such as {@code isTerminal} answers for a bad end.
     *
     * @return null when its name does not say
     */
    public Boolean predicateOfBadEnd(String method) {
        List<String> words = Words.of(method);
        if (words.isEmpty()) {
            return null;
        }
        boolean negated = words.contains("not") || words.contains("non");
        String last = words.get(words.size() - 1);
        if (failedPredicates.contains(last)) {
            return !negated;
        }
        return good.contains(last) ? negated : null;
    }

    private static boolean hasAtEitherEnd(List<String> words, Set<String> sought) {
        return isSought(words.get(0), sought)
                || isSought(words.get(words.size() - 1), sought)
                || isTimedOut(words, sought);
    }

    /** Timed alone is how somebody waits. */
    private static boolean isSought(String word, Set<String> sought) {
        return sought.contains(word) && !word.equals("timed");
    }

    private static boolean isTimedOut(List<String> words, Set<String> sought) {
        int at = words.indexOf("timed");
        return at >= 0 && at + 1 < words.size() && words.get(at + 1).equals("out") && sought.contains("timed");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static Set<String> lower(Set<String> words) {
        Set<String> lower = new HashSet<>();
        words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
