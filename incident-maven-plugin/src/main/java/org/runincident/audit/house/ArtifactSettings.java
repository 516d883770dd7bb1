package org.runincident.audit.house;

import java.util.List;
import java.util.Map;

/**
 * A file that must be up to date: one generated from sources, whose hash it records; or a registry that must name
 * everything under a folder.
 *
 * @param id what people call it
 * @param file the generated file or registry, relative to the folder of the configuration
 * @param sources globs of what it is made from; the file must hold {@code incident-sources: <hash>}
 * @param names globs of files whose names (without ending) the registry must hold
 * @param except names it need not hold, each with a reason
 */
public record ArtifactSettings(
        String id, String file, List<String> sources, List<String> names, Map<String, String> except) {
    public ArtifactSettings {
        if (file == null || file.isBlank()) {
            throw new IllegalArgumentException("an artifact needs a \"file\"");
        }
        id = id == null || id.isBlank() ? file : id;
        sources = sources == null ? List.of() : List.copyOf(sources);
        names = names == null ? List.of() : List.copyOf(names);
        except = except == null ? Map.of() : Map.copyOf(except);
        if (sources.isEmpty() == names.isEmpty()) {
            throw new IllegalArgumentException("\"" + id + "\" needs either \"sources\" or \"names\"");
        }
        for (Map.Entry<String, String> exception : except.entrySet()) {
            if (exception.getValue().isBlank()) {
                throw new IllegalArgumentException(
                        "\"" + id + "\" excepts \"" + exception.getKey() + "\" without a reason");
            }
        }
        if (file.startsWith("/") || List.of(file.split("[/\\\\]")).contains("..")) {
            throw new IllegalArgumentException("\"" + id + "\" names a file outside of the project: " + file);
        }
        TokenSettings.globs(id, sources);
        TokenSettings.globs(id, names);
    }
}
