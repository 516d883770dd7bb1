package org.runincident.flow;

import java.util.List;
import org.runincident.code.Place;
import org.runincident.code.TypeName;

/**
 * A list that says of itself whose variants it must hold, by an annotation.
 *
 * @param at the annotated name
 * @param what the list, for people ({@code `WireStatus`}, {@code the field `ICONS`})
 * @param of the type whose variants it must list
 * @param type the annotated enum or sealed type, all of whose variants count; null for a field or method
 * @param types types it lists ({@code @JsonSubTypes}); empty for other kinds
 * @param names names that stand in the initializer or body of a field or method; empty for other kinds
 * @param except variants left out on purpose
 */
public record DeclaredMirror(
        Place at,
        String what,
        TypeName of,
        TypeName type,
        List<TypeName> types,
        List<String> names,
        List<String> except) {
    public DeclaredMirror {
        types = List.copyOf(types);
        names = List.copyOf(names);
        except = List.copyOf(except);
    }
}
