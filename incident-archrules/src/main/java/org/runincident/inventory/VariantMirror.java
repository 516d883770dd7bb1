package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;

/**
 * A place that must list the variants of a type, and does not list the same ones.
 *
 * @param kind what kind of list it is
 * @param member the enclosing member; null at type level
 * @param of the enum or sealed type whose variants it must list
 * @param list what the list is, for people ({@code the map ICONS}, {@code `WireStatus`})
 * @param missing variants the list lacks, in order of declaration
 * @param extra names in the list that are no variant, in the list's order
 * @param crossed variants mapped to a constant of another name although one of their own name exists, as
 *     {@code FAILED -> DONE}
 * @param declaredAt where the variants are declared; null for class files
 */
public record VariantMirror(
        Place at,
        MethodKey member,
        Kind kind,
        TypeName of,
        String list,
        List<String> missing,
        List<String> extra,
        List<String> crossed,
        Place declaredAt) {
    /** What kind of list. */
    public enum Kind {
        /** {@code @MirrorsVariants}. */
        DECLARED,
        /** {@code @JsonSubTypes} on a sealed type. */
        JSON_SUBTYPES,
        /** A map or registry filled with one entry for each variant. */
        REGISTRY,
        /** A switch that answers with the constants of another type. */
        MAPPING
    }

    public VariantMirror {
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        crossed = List.copyOf(crossed);
    }
}
