package org.runincident.audit.house;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.runincident.vocabulary.PathGlobs;

/**
 * A pattern whose count may only fall.
 *
 * @param id what people call it
 * @param pattern in RE2 syntax: it runs in linear time, so that none can hang a build
 * @param include globs of the text files it is counted in; all files when empty
 * @param exclude globs of files left out
 * @param mostAtOnce a rise by more than that is refused even with a because; 0 for no limit
 */
public record TokenSettings(String id, String pattern, List<String> include, List<String> exclude, int mostAtOnce) {
    public TokenSettings {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("a pattern needs an \"id\"");
        }
        if (pattern == null || pattern.isEmpty()) {
            throw new IllegalArgumentException("\"" + id + "\" needs a \"pattern\"");
        }
        compile(id, pattern);
        include = include == null ? List.of() : List.copyOf(include);
        exclude = exclude == null ? List.of() : List.copyOf(exclude);
        globs(id, include);
        globs(id, exclude);
    }

    Pattern compiled() {
        return compile(id, pattern);
    }

    PathGlobs included() {
        return globs(id, include);
    }

    PathGlobs excluded() {
        return globs(id, exclude);
    }

    private static Pattern compile(String id, String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" has a pattern that cannot be read (" + e.getDescription() + ")", e);
        }
    }

    static PathGlobs globs(String id, List<String> globs) {
        try {
            return PathGlobs.of(globs);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + id + "\" holds a glob that cannot be read: " + e.getMessage(), e);
        }
    }
}
