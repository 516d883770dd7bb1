package org.runincident.audit.house;

import java.util.List;

/**
 * Statuses whose undecided sites may only become fewer.
 *
 * @param entities as the table of failure paths calls them ({@code Task.status}); all when empty
 */
public record UndecidedSettings(List<String> entities) {
    public UndecidedSettings {
        entities = entities == null ? List.of() : List.copyOf(entities);
    }

    boolean counts(String entity) {
        return entities.isEmpty() || entities.contains(entity);
    }
}
