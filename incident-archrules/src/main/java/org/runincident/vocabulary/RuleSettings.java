package org.runincident.vocabulary;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a project says about one rule.
 *
 * @param level empty when the rule keeps its own
 * @param include paths it looks at; none given means all
 * @param exclude paths it does not look at; they win over {@code include}
 * @param everyType for rules about variants: judge consumers of every enum and sealed type, not of outcomes only
 */
public record RuleSettings(Optional<Level> level, PathGlobs include, PathGlobs exclude, boolean everyType) {
    /** A rule that is not mentioned. */
    public static final RuleSettings UNCHANGED =
            new RuleSettings(Optional.empty(), PathGlobs.none(), PathGlobs.none(), false);

    /** How much the rule's findings weigh. Naming any but OFF also switches on a rule that is off by default. */
    public enum Level {
        OFF,
        NOTE,
        WARNING,
        ERROR
    }

    public boolean isOff() {
        return level.equals(Optional.of(Level.OFF));
    }

    /** Whether the rule looks at a file, given relative to the folder of the configuration. */
    public boolean covers(Path relative) {
        return (include.isEmpty() || include.matches(relative)) && !exclude.matches(relative);
    }
}
