package org.runincident.vocabulary;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Globs over paths relative to the folder of {@code incident.json}, always with {@code /}: {@code **} crosses folders,
 * {@code *} does not. A glob without a slash means a file or folder of that name at any depth; one that names a folder
 * means everything below it.
 */
public final class PathGlobs {
    private final List<String> globs;
    private final List<PathMatcher> matchers;

    private PathGlobs(List<String> globs, List<PathMatcher> matchers) {
        this.globs = List.copyOf(globs);
        this.matchers = List.copyOf(matchers);
    }

    public static PathGlobs none() {
        return new PathGlobs(List.of(), List.of());
    }

    /**
     * Globs that stand together for all they match.
     *
     * @throws IllegalArgumentException when one cannot be understood; the message is a clause that says why
     */
    public static PathGlobs of(List<String> globs) {
        List<PathMatcher> matchers = new ArrayList<>();
        for (String glob : globs) {
            if (glob.isBlank()) {
                throw new IllegalArgumentException("it is empty");
            }
            try {
                for (String variant : variants(glob)) {
                    matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + variant));
                }
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        e.getDescription().toLowerCase(java.util.Locale.ROOT) + " near character " + (e.getIndex() + 1),
                        e);
            }
        }
        return new PathGlobs(globs, matchers);
    }

    private static List<String> variants(String glob) {
        String plain = glob.startsWith("/") ? glob.substring(1) : glob.startsWith("./") ? glob.substring(2) : glob;
        boolean folder = plain.endsWith("/");
        plain = folder ? plain.substring(0, plain.length() - 1) : plain;
        boolean anyDepth = !plain.contains("/") && !glob.startsWith("/");
        List<String> starts = new ArrayList<>(List.of(plain));
        if (anyDepth) {
            starts.add("**/" + plain);
        } else if (plain.startsWith("**/")) {
            // java.nio wants at least one folder for "**/"; people do not.
            starts.add(plain.substring(3));
        }
        List<String> all = new ArrayList<>();
        for (String start : starts) {
            if (!folder) {
                all.add(start);
            }
            all.add(start + "/**");
        }
        return all;
    }

    public boolean isEmpty() {
        return globs.isEmpty();
    }

    /** The globs as written. */
    public List<String> globs() {
        return globs;
    }

    /**
     * Whether one of them matches.
     *
     * @param relative path relative to the folder of the configuration
     */
    public boolean matches(Path relative) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(relative));
    }
}
