package org.runincident.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code incident.json} says. Immutable; without a file, everything is as shipped.
 *
 * @param file the file it was read from; empty when there is none
 * @param words the shipped word lists with the project's changes; where a rule about variants judges every type, every enum
 *     and sealed type is an outcome
 * @param rules settings by rule name, only of rules that are mentioned
 * @param ratchets raw settings by house rule; their keys are known to be ratchets
 * @param exclude paths that are not audited at all
 */
public record IncidentConfig(
        Optional<Path> file,
        WordLists words,
        Map<String, RuleSettings> rules,
        Map<String, JsonNode> ratchets,
        PathGlobs exclude) {
    /** The name of the file. */
    public static final String FILE_NAME = "incident.json";

    public IncidentConfig {
        rules = Map.copyOf(rules);
        // JsonNode is not immutable; nobody else holds these nodes, and they are handed out as copies.
        ratchets = new TreeMap<>(ratchets);
    }

    /** What holds where no file stands. */
    public static IncidentConfig defaults() {
        return new IncidentConfig(Optional.empty(), WordLists.defaults(), Map.of(), Map.of(), PathGlobs.none());
    }

    @Override
    public Map<String, JsonNode> ratchets() {
        Map<String, JsonNode> copies = new TreeMap<>();
        ratchets.forEach((name, node) -> copies.put(name, node.deepCopy()));
        return copies;
    }

    public Vocabulary vocabulary() {
        return new Vocabulary(words);
    }

    public RuleSettings rule(String name) {
        return rules.getOrDefault(name, RuleSettings.UNCHANGED);
    }

    /**
     * Whether a file is left out of the audit.
     *
     * @param source absolute path
     */
    public boolean excludes(Path source) {
        return relative(source).map(exclude::matches).orElse(false);
    }

    /**
     * Whether a rule may report on a file.
     *
     * @param source absolute path
     */
    public boolean covers(String rule, Path source) {
        return relative(source).map(rule(rule)::covers).orElse(true);
    }

    private Optional<Path> relative(Path source) {
        return file.map(Path::toAbsolutePath)
                .map(Path::getParent)
                .filter(source::startsWith)
                .map(folder -> folder.relativize(source));
    }
}
