package org.runincident.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.runincident.code.TypeName;

/** When a comment or a name is the author's reason for dropping an exception. */
public final class ExceptionRationales {
    private static final Pattern CODE = Pattern.compile("[;{}]\\s*$|^\\s*(//|@\\w)|^\\s*[\\w.]+\\(.*\\)\\s*;?\\s*$");
    /** A sentence that ends like code. */
    private static final Pattern PROSE = Pattern.compile("[\\p{L}'’-]+,?( [\\p{L}'’-]+,?){3,};");

    private static final Pattern SAYS_SO = Pattern.compile(
            "no exceptions? (is|are|will be)|(does|do|will|should|must) (not|never) throw|(never|not) (throws|fails?)|without throwing"
                    + "|quietly|silently|best[ -]effort|(ignor|swallow|suppress)(es|ed|ing)? (all |any |every )?"
                    + "(\\{@link )?\\w*(exception|error|failure)|(exceptions?|errors?|failures?)\\W+(\\w+\\W+){0,3}(ignored|swallowed|suppressed)");
    private static final Pattern FAILS = Pattern.compile(
            "\\b(if|when|where|or|in case|on)\\b.{0,80}\\b(fails?|failed|failure|fails to|invalid|malformed|cannot|can't|could not"
                    + "|couldn't|not valid|not a valid|unable|errors?|exceptions?|impossible)\\b");
    private static final Pattern ANSWER = Pattern.compile(
            "\\b(null|empty|default|false|true|unknown|fall(s|ing)? ?back|as[ -]is|instead|otherwise|zero|unchanged|skipped)\\b|-1");
    private static final Pattern FLAG = Pattern.compile("\\binterrupt\\w*\\W+(\\w+\\W+){0,3}(flag|status|state|bit)\\b"
            + "|\\b(not|n't|never|no need to|without)\\W+(\\w+\\W+){0,2}re-?interrupt");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{2,}");

    private static final Set<String> PLAIN = Set.of(
            "e", "ex", "exc", "except", "excep", "exception", "exceptions", "err", "error", "throwable", "caught");

    private static final int SENTENCE = 4;

    private final Set<String> telling;
    private final Set<String> noReason;
    private final Set<String> toolMarks;
    private final Set<String> noOperation;
    private final Set<String> nothingFirst;

    ExceptionRationales(WordLists lists) {
        this.telling = lists.words("tellingExceptionNames");
        this.noReason = lists.words("commentsWithoutReason");
        this.toolMarks = lists.words("commentMarksOfTools");
        this.noOperation = lists.words("noOperationWords");
        this.nothingFirst = lists.words("doingNothingFirstWords");
    }

    /** The first of the comments that says something, without its decoration. */
    public Optional<String> inComments(List<String> comments) {
        return comments.stream()
                .map(ExceptionRationales::plain)
                .filter(this::isReason)
                .findFirst();
    }

    /**
     * Whether a comment speaks of the interrupt flag itself. Any other words about dropping an interruption are no reason:
     * they do not show that the flag was thought of.
     */
    public boolean speaksOfFlag(List<String> comments) {
        return comments.stream()
                .map(ExceptionRationales::plain)
                .filter(this::isReason)
                .anyMatch(comment ->
                        FLAG.matcher(comment.toLowerCase(Locale.ROOT)).find());
    }

    /** The sentence of a method's doc comment that says what happens when it fails. */
    public Optional<String> inDocumentation(String documentation) {
        for (String sentence : plain(documentation).split("(?<=[.;])\\s|(?=@)")) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            boolean ofThrows = lower.startsWith("@throws") || lower.startsWith("@exception");
            if (!ofThrows
                    && (SAYS_SO.matcher(lower).find()
                            || FAILS.matcher(lower).find()
                                    && ANSWER.matcher(lower).find())) {
                return Optional.of(sentence.strip());
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the variable's name alone says that it is not wanted.
     *
     * @param caught the caught types: words of a name that only repeat theirs say nothing
     */
    public boolean isTelling(String variable, Collection<TypeName> caught) {
        if (telling.contains(variable.toLowerCase(Locale.ROOT))) {
            return true;
        }
        List<String> words = Words.of(variable);
        if (words.isEmpty() || telling.contains(words.get(0))) {
            return !words.isEmpty();
        }
        Set<String> ofTypes = caught.stream()
                .flatMap(type -> Words.of(type.simple()).stream())
                .collect(Collectors.toSet());
        // exceptionCausedByConcurrentMigration: a name of so many words of its own is a comment.
        boolean ownWords = words.stream().anyMatch(word -> !ofTypes.contains(word) && !PLAIN.contains(word));
        return words.size() >= SENTENCE && ownWords;
    }

    /** Whether the name of a callback says that it does nothing: {@code NO_OP}, {@code EMPTY_LISTENER}, {@code ignoring()}. */
    public boolean saysNothingIsDone(String name) {
        List<String> words = Words.of(name);
        return !words.isEmpty() && nothingFirst.contains(words.get(0)) || saysNoOperation(name);
    }

    /** Whether a name can only be that of something that does nothing: {@code NoOpListener}, {@code DO_NOTHING}. */
    public boolean saysNoOperation(String name) {
        List<String> words = Words.of(name);
        for (int i = 0; i < words.size(); i++) {
            String two = i == 0 ? "" : words.get(i - 1) + words.get(i);
            if (noOperation.contains(words.get(i)) || noOperation.contains(two)) {
                return true;
            }
        }
        return false;
    }

    private boolean isReason(String comment) {
        String lower = comment.toLowerCase(Locale.ROOT);
        if (noReason.stream().anyMatch(lower::startsWith)
                || CODE.matcher(comment).find() && !PROSE.matcher(comment).matches()) {
            return false;
        }
        String rest = comment;
        for (String mark : toolMarks) {
            rest = rest.replace(mark, " ");
        }
        return WORD.matcher(rest).find();
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^[\\s*/]+", "").replaceAll("\\s+", " ").strip();
    }
}
