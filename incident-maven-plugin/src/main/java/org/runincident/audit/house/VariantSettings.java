package org.runincident.audit.house;

import java.util.List;

/**
 * Types whose variants change only with a word.
 *
 * @param id what people call the lock
 * @param types qualified names of enums and sealed types
 * @param consumers who outside of the process reads them (dashboards, services, documents), to be told
 */
public record VariantSettings(String id, List<String> types, List<String> consumers) {
    public VariantSettings {
        if (types == null || types.isEmpty()) {
            throw new IllegalArgumentException("a lock needs \"types\"");
        }
        types = List.copyOf(types);
        consumers = consumers == null ? List.of() : List.copyOf(consumers);
        id = id == null || id.isBlank() ? types.get(0) : id;
    }
}
