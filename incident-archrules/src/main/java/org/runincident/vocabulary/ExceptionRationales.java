package org.runincident.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** When a comment or a name is the author's reason for dropping an exception. */
public final class ExceptionRationales {
    private static final Pattern CODE = Pattern.compile("[;{}]\\s*$|^\\s*(//|@\\w)|^\\s*[\\w.]+\\(.*\\)\\s*;?\\s*$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{2,}");

    private final Set<String> telling;
    private final Set<String> noReason;
    private final Set<String> toolMarks;

    ExceptionRationales(WordLists lists) {
        this.telling = lists.words("tellingExceptionNames");
        this.noReason = lists.words("commentsWithoutReason");
        this.toolMarks = lists.words("commentMarksOfTools");
    }

    /** The first of the comments that says something, without its decoration. */
    public Optional<String> inComments(List<String> comments) {
        return comments.stream()
                .map(ExceptionRationales::plain)
                .filter(this::isReason)
                .findFirst();
    }

    /** Whether the variable's name alone says that it is not wanted. */
    public boolean isTelling(String variable) {
        if (telling.contains(variable)) {
            return true;
        }
        List<String> words = Words.of(variable);
        return !words.isEmpty() && telling.contains(words.get(0));
    }

    private boolean isReason(String comment) {
        String lower = comment.toLowerCase(Locale.ROOT);
        if (noReason.stream().anyMatch(lower::startsWith)
                || CODE.matcher(comment).find()) {
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
