package org.runincident.audit.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.runincident.vocabulary.ConfigProblem;
import org.runincident.vocabulary.IncidentConfig;
import org.runincident.vocabulary.Nearest;

/** The house rules a configuration declares. */
public record HouseSettings(
        List<TokenSettings> tokens,
        List<VariantSettings> variants,
        List<ArtifactSettings> artifacts,
        List<UndecidedSettings> undecided,
        List<RuleSettings> rules) {
    public static final HouseSettings NONE = new HouseSettings(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Made when first asked for: most projects declare none. */
    private static final class Json {
        static final ObjectMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .build();
    }

    /**
     * Reads them.
     *
     * @throws ConfigProblem with one sentence when a setting is misspelt, missing or of the wrong kind
     */
    public static HouseSettings of(IncidentConfig config) {
        String file = config.file().map(path -> path.getFileName().toString()).orElse(IncidentConfig.FILE_NAME);
        return new HouseSettings(
                list(config, file, "TokenRatchet", TokenSettings.class, TokenSettings::id),
                list(config, file, "VariantLock", VariantSettings.class, VariantSettings::id),
                list(config, file, "StaleArtifact", ArtifactSettings.class, ArtifactSettings::id),
                list(config, file, "UndecidedRatchet", UndecidedSettings.class, settings -> "UndecidedRatchet"),
                list(config, file, "RuleRatchet", RuleSettings.class, RuleSettings::id));
    }

    /** Those that count what is in a module, wherever above it they are declared; the others are about files. */
    public HouseSettings countsOnly() {
        return new HouseSettings(List.of(), List.of(), List.of(), undecided, rules);
    }

    private static <T> List<T> list(
            IncidentConfig config, String file, String ratchet, Class<T> type, Function<T, String> id) {
        JsonNode node = config.ratchets().get(ratchet);
        if (node == null) {
            return List.of();
        }
        List<T> settings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            T read = read(file, ratchet, type, one);
            if (!ids.add(id.apply(read))) {
                throw new ConfigProblem(file + ": " + ratchet + " holds two of the id \"" + id.apply(read) + "\"");
            }
            settings.add(read);
        }
        return List.copyOf(settings);
    }

    private static <T> T read(String file, String ratchet, Class<T> type, JsonNode node) {
        // Before the record is made: it would complain of the key that is missing, not of the one that is misspelt.
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new ConfigProblem(file + ": " + ratchet + ": unknown key \"" + key + "\""
                        + Nearest.to(key, known)
                                .map(near -> " (nearest: \"" + near + "\")")
                                .orElse(" (there are: " + String.join(", ", known) + ")"));
            }
        });
        try {
            return Json.MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            Throwable why = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            throw new ConfigProblem(
                    file + ": " + ratchet + ": "
                            + why.getMessage().lines().findFirst().orElse("it cannot be read"),
                    e);
        }
    }
}
