package org.runincident.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names and types of the places that take the reason of a failure, and texts that fill them and say nothing. */
public final class ReasonSlots {

    private final Set<String> words;
    private final Set<String> askedFor;
    private final Set<String> notEndings;
    private final Set<String> notStarts;
    private final Set<String> typeSuffixes;
    private final Set<String> keys;
    private final Set<String> emptyTexts;
    private final Set<String> takers;
    private final Answers areRecorders = new Answers(this::records);

    ReasonSlots(WordLists lists) {
        words = StatusWords.lower(lists.words("reasonWords"));
        askedFor = StatusWords.lower(lists.words("askedForWords"));
        notEndings = StatusWords.lower(lists.words("notReasonEndings"));
        notStarts = StatusWords.lower(lists.words("notReasonStarts"));
        typeSuffixes = lists.words("reasonTypeSuffixes");
        keys = StatusWords.lower(lists.words("reasonKeys"));
        emptyTexts = lists.words("emptyReasons");
        takers = StatusWords.lower(lists.words("exceptionTakers"));
    }

    /**
     * Whether a field or parameter of that name takes a reason: {@code failureReason}, {@code cancelledBy}, not {@code
     * messageId}.
     */
    public boolean isSlot(String name) {
        List<String> parts = Words.of(name);
        return !parts.isEmpty()
                && (isAskedBy(parts)
                        || isSortOfFailure(parts)
                        || parts.stream().anyMatch(words::contains)
                                && !notEndings.contains(parts.get(parts.size() - 1)))
                && !notStarts.contains(parts.get(0));
    }

    /** Whether a slot of that name takes who asked for an end: {@code cancelledBy}. */
    public boolean isAskedBy(String name) {
        return isAskedBy(Words.of(name));
    }

    /** {@code faultName}, {@code errorType}: which failure it was. */
    private static boolean isSortOfFailure(List<String> parts) {
        return parts.size() == 2
                && Set.of("error", "failure", "fault", "exception").contains(parts.get(0))
                && Set.of("name", "type", "class", "kind").contains(parts.get(1));
    }

    private boolean isAskedBy(List<String> parts) {
        int last = parts.size() - 1;
        return last > 0 && parts.get(last).equals("by") && askedFor.contains(parts.get(last - 1));
    }

    /** Whether a slot of that name takes a reason whatever its type: {@code failureInfo}, not {@code taskDetails}. */
    public boolean isStrongSlot(String name) {
        return isSlot(name)
                && Words.of(name).stream()
                        .anyMatch(Set.of("reason", "cause", "failure", "error", "exception", "problem")::contains);
    }

    /** Whether a method of that name, given a value, records it as a reason: {@code addFailureException}. */
    public boolean isRecorder(String method) {
        return areRecorders.of(method);
    }

    private boolean records(String method) {
        List<String> parts = Words.of(method);
        return parts.size() == 1
                ? words.contains(parts.get(0))
                : !parts.isEmpty()
                        && List.of("set", "with", "add", "put", "record", "append", "update", "init")
                                .contains(parts.get(0))
                        && isSlot(method);
    }

    /** Whether objects of a type of that simple name are reasons by themselves. */
    public boolean isReasonType(String simpleName) {
        for (String suffix : typeSuffixes) {
            if (simpleName.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a map key of that text names a reason. */
    public boolean isKey(String key) {
        return keys.contains(key.toLowerCase(Locale.ROOT));
    }

    /** Whether a method that is given an exception under that name records it. */
    public boolean takesException(String method) {
        return Words.of(method).stream().anyMatch(takers::contains);
    }

    /** Whether a text says nothing: blank, or a word such as {@code unknown}. */
    public boolean isEmptyText(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || emptyTexts.contains(plain);
    }
}
