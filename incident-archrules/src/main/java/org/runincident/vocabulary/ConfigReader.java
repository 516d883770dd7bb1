package org.runincident.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code incident.json}. Every mistake is a {@link ConfigProblem} with one sentence: a setting that is misspelt must
 * never pass for one that is not there.
 */
public final class ConfigReader {
    /** Rules whose subject can be widened from outcomes to every enum and sealed type. */
    private static final String EVERY = "every";

    private final Collection<String> ruleNames;

    /** @param ruleNames names of all rules there are; another one in the file is a mistake */
    public ConfigReader(Collection<String> ruleNames) {
        this.ruleNames = List.copyOf(ruleNames);
    }

    /**
     * The configuration of a module: the nearest file from its folder upwards to the root, that one alone; the defaults
     * when there is none.
     *
     * @param module folder of the module
     * @param root folder where the search ends; files are shown relative to it
     */
    public IncidentConfig nearest(Path module, Path root) {
        Path top = root.toAbsolutePath().normalize();
        Path start = module.toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(IncidentConfig.FILE_NAME);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return read(file, shown(file, top));
            }
            if (folder.equals(top) || !folder.startsWith(top)) {
                break;
            }
        }
        Path atRoot = top.resolve(IncidentConfig.FILE_NAME);
        return !start.startsWith(top) && Files.exists(atRoot, LinkOption.NOFOLLOW_LINKS)
                ? read(atRoot, shown(atRoot, top))
                : IncidentConfig.defaults();
    }

    private static String shown(Path file, Path root) {
        return file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : file.toString();
    }

    /**
     * Reads one file.
     *
     * @param shownAs how the file is called in problems
     */
    public IncidentConfig read(Path file, String shownAs) {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigProblem(shownAs + " cannot be read: " + clause(file, e), e);
        }
        try (JsonCursor json = new JsonCursor(text, shownAs)) {
            if (json.isAtEnd()) {
                throw new ConfigProblem(shownAs + " is empty: write {} for the defaults, or delete the file");
            }
            Draft draft = new Draft(json);
            if (!json.isObject()) {
                throw json.wrongKind(IncidentConfig.FILE_NAME, "an object");
            }
            json.object(IncidentConfig.FILE_NAME, draft::section);
            json.end();
            return draft.finish(file.toAbsolutePath().normalize());
        } catch (JsonProcessingException e) {
            throw JsonCursor.invalid(shownAs, e);
        } catch (IOException e) {
            throw new ConfigProblem(shownAs + " cannot be read: it is not UTF-8 text", e);
        }
    }

    private static String clause(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return e instanceof java.nio.file.NoSuchFileException
                ? "it does not exist"
                : e instanceof java.nio.file.AccessDeniedException ? "access is denied" : e.getMessage();
    }

    /** The configuration while it is read. */
    private final class Draft {
        private final JsonCursor json;
        private final Map<String, RuleSettings> rules = new TreeMap<>();
        private final Map<String, JsonNode> ratchets = new TreeMap<>();
        private WordLists words = WordLists.defaults();
        private PathGlobs exclude = PathGlobs.none();

        Draft(JsonCursor json) {
            this.json = json;
        }

        void section(String key) throws IOException {
            switch (key) {
                case "vocabulary" -> json.object(key, this::wordList);
                case "rules" -> json.object(key, this::rule);
                case "ratchets" -> json.object(key, this::ratchet);
                case "exclude" -> exclude = globs(key);
                default -> throw json.unknownKey(key, whereItBelongs(key));
            }
        }

        private String whereItBelongs(String key) {
            return words.names().contains(key)
                    ? " (it belongs under \"vocabulary\")"
                    : ruleNames.contains(key) && !ConfigKey.RATCHETS.contains(key)
                            ? " (it belongs under \"rules\")"
                            : ConfigKey.RATCHETS.contains(key)
                                    ? " (it belongs under \"ratchets\")"
                                    : JsonCursor.nearest(key, ConfigKey.SECTIONS);
        }

        private void wordList(String name) throws IOException {
            if (!words.names().contains(name)) {
                throw json.unknownKey(name, words.names());
            }
            if (json.isList()) {
                words = words.with(name, json.texts(name, this::word), List.of());
                return;
            }
            if (!json.isObject()) {
                throw json.wrongKind(name, "a list of words or {\"add\": [...], \"remove\": [...]}");
            }
            json.object(name, change -> {
                switch (change) {
                    case "add" -> words = words.with(name, json.texts(change, this::word), List.of());
                    case "remove" ->
                        words = words.with(name, List.of(), json.texts(change, word -> removable(name, word)));
                    default -> throw json.unknownKey(change, List.of("add", "remove"));
                }
            });
        }

        private void word(String word) {
            if (word.isBlank()) {
                throw json.problem("a word must not be blank");
            }
        }

        /** Removing a word that is not there does nothing, so it is a slip of the pen. */
        private void removable(String list, String word) {
            if (!words.words(list).contains(word)) {
                throw json.problem("\"" + word + "\" is not in \"" + list + "\", so it cannot be removed"
                        + Nearest.to(word, words.words(list))
                                .map(near -> " (nearest: \"" + near + "\")")
                                .orElse(""));
            }
        }

        private void rule(String name) throws IOException {
            if (!ruleNames.contains(name)) {
                throw json.problem("no rule is called \"" + name + "\""
                        + Nearest.to(name, ruleNames)
                                .map(near -> " (nearest: \"" + near + "\")")
                                .orElse(""));
            }
            if (json.isText()) {
                rules.put(name, new RuleSettings(Optional.of(level(name)), PathGlobs.none(), PathGlobs.none(), false));
                return;
            }
            if (!json.isObject()) {
                throw json.wrongKind(name, "\"off\", \"note\", \"warning\", \"error\" or an object");
            }
            RuleDraft draft = new RuleDraft();
            json.object(name, draft::setting);
            rules.put(name, new RuleSettings(draft.level, draft.include, draft.exclude, draft.everyType));
        }

        private RuleSettings.Level level(String key) throws IOException {
            String written = json.text(key, "\"off\", \"note\", \"warning\" or \"error\"");
            List<String> known = new ArrayList<>();
            for (RuleSettings.Level level : RuleSettings.Level.values()) {
                String name = level.name().toLowerCase(Locale.ROOT);
                if (name.equals(written)) {
                    return level;
                }
                known.add(name);
            }
            throw json.problem("\"" + key + "\" cannot be \"" + written + "\"" + JsonCursor.nearest(written, known));
        }

        private void ratchet(String name) throws IOException {
            if (!ConfigKey.RATCHETS.contains(name)) {
                throw json.unknownKey(name, ConfigKey.RATCHETS);
            }
            if (!json.isObject() && !json.isList()) {
                throw json.wrongKind(name, "an object or a list of objects");
            }
            ratchets.put(name, json.tree());
        }

        private PathGlobs globs(String key) throws IOException {
            List<String> globs = json.texts(key, glob -> glob(key, glob));
            return PathGlobs.of(globs);
        }

        private void glob(String key, String glob) {
            try {
                PathGlobs.of(List.of(glob));
            } catch (IllegalArgumentException e) {
                throw json.problem(
                        "\"" + key + "\" holds \"" + glob + "\", which is no path glob: " + e.getMessage(), e);
            }
        }

        IncidentConfig finish(Path file) {
            boolean every = rules.values().stream().anyMatch(RuleSettings::everyType);
            WordLists all = every ? words.with("outcomeTypes", List.of(OutcomeWords.EVERY), List.of()) : words;
            return new IncidentConfig(Optional.of(file), all, rules, ratchets, exclude);
        }

        /** One rule's settings while they are read. */
        private final class RuleDraft {
            private Optional<RuleSettings.Level> level = Optional.empty();
            private PathGlobs include = PathGlobs.none();
            private PathGlobs exclude = PathGlobs.none();
            private boolean everyType;

            void setting(String key) throws IOException {
                switch (key) {
                    case "severity" -> level = Optional.of(level(key));
                    case "include" -> include = globs(key);
                    case "exclude" -> exclude = globs(key);
                    case "types" -> everyType = every(key);
                    default -> throw json.unknownKey(key, ConfigKey.OF_RULE);
                }
            }

            private boolean every(String key) throws IOException {
                String written = json.text(key, "\"outcomes\" or \"every\"");
                if (!written.equals(EVERY) && !written.equals("outcomes")) {
                    throw json.problem("\"" + key + "\" cannot be \"" + written + "\""
                            + JsonCursor.nearest(written, List.of("outcomes", EVERY)));
                }
                return written.equals(EVERY);
            }
        }
    }
}
