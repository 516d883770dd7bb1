package org.runincident.inventory;

import java.util.List;
import org.runincident.code.Place;
import org.runincident.code.TypeDeclaration;

/**
 * All variants of an enum or sealed type, in order of declaration.
 *
 * @param declaration the enum or the sealed root
 * @param variants constants of an enum, or the types at the bottom of a sealed hierarchy
 */
record VariantSet(TypeDeclaration declaration, List<Variant> variants) {
    /**
     * One variant.
     *
     * @param name the constant, or the type's simple name
     * @param type the type at the bottom of a sealed hierarchy; null for an enum constant
     * @param at where it is declared; null for class files
     */
    record Variant(String name, TypeDeclaration type, Place at) {}

    VariantSet {
        variants = List.copyOf(variants);
    }

    /** Where the type is declared; null for class files. */
    Place declaredAt() {
        return declaration.isFromSource() ? new Place(declaration.file(), declaration.at()) : null;
    }

    List<String> names() {
        return variants.stream().map(Variant::name).toList();
    }
}
