package org.runincident.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * A key of {@code incident.json}, for the documentation.
 *
 * @param path where it stands ({@code rules.<Rule>.include})
 * @param value what may stand there
 * @param meaning one sentence
 */
public record ConfigKey(String path, String value, String meaning) {
    private static final String LIST = "list of words, or {\"add\": [...], \"remove\": [...]}";
    private static final String GLOBS = "list of path globs, relative to the folder of the file";

    /** Top-level keys. */
    static final List<String> SECTIONS = List.of("vocabulary", "rules", "ratchets", "exclude");

    /** Keys of one rule. */
    static final List<String> OF_RULE = List.of("severity", "include", "exclude", "types");

    /** House rules that are declared under {@code ratchets}. */
    static final List<String> RATCHETS =
            List.of("TokenRatchet", "VariantLock", "StaleArtifact", "UndecidedRatchet", "RuleRatchet");

    /** All keys there are, section by section. */
    public static List<ConfigKey> all(WordLists lists) {
        List<ConfigKey> keys = new ArrayList<>();
        for (String list : lists.names()) {
            keys.add(new ConfigKey("vocabulary." + list, LIST, lists.about(list)));
        }
        keys.add(
                new ConfigKey(
                        "rules.<Rule>",
                        "\"off\", \"note\", \"warning\", \"error\", or an object",
                        "How much the rule's findings weigh; anything but \"off\" also switches on a rule that is off by default."));
        keys.add(new ConfigKey(
                "rules.<Rule>.severity",
                "\"off\", \"note\", \"warning\", \"error\"",
                "The same, beside other settings."));
        keys.add(new ConfigKey("rules.<Rule>.include", GLOBS, "The rule looks at these paths only."));
        keys.add(new ConfigKey("rules.<Rule>.exclude", GLOBS, "The rule does not look at these paths."));
        keys.add(
                new ConfigKey(
                        "rules.<Rule>.types",
                        "\"outcomes\" or \"every\"",
                        "For a rule about variants: \"every\" makes every enum and sealed type an outcome, for all of these rules."));
        for (String ratchet : RATCHETS) {
            keys.add(new ConfigKey(
                    "ratchets." + ratchet, "see the rule's page", "Declares what the house rule watches."));
        }
        keys.add(new ConfigKey("exclude", GLOBS, "These paths are not audited at all."));
        return List.copyOf(keys);
    }
}
