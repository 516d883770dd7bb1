package org.runincident.inventory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Declarations;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.OutcomeWords;

/** Which types are outcomes, and which variants they have: enums and sealed hierarchies, from sources and class files. */
final class OutcomeTypes {
    private static final String ANNOTATION = "OutcomeType";
    private static final int FEWEST_TAGS = 3;

    private final Declarations declarations;
    private final OutcomeWords words;

    OutcomeTypes(Declarations declarations, OutcomeWords words) {
        this.declarations = declarations;
        this.words = words;
    }

    /** The variants of an enum or sealed type; empty for other types and where not every variant can be seen. */
    Optional<VariantSet> variants(TypeDeclaration type) {
        if (type.kind() == TypeKind.ENUM) {
            List<VariantSet.Variant> constants = type.constants().stream()
                    .map(constant -> new VariantSet.Variant(constant.name(), null, place(type, constant.at())))
                    .toList();
            return constants.isEmpty() ? Optional.empty() : Optional.of(new VariantSet(type, constants));
        }
        if (!type.isSealed()) {
            return tags(type);
        }
        Set<VariantSet.Variant> leaves = new LinkedHashSet<>();
        return collect(type, leaves, new LinkedHashSet<>()) && !leaves.isEmpty()
                ? Optional.of(new VariantSet(type, new ArrayList<>(leaves)))
                : Optional.empty();
    }

    /** A type that declares nothing but String constants, in capitals: they are the variants of a String tag. */
    private static Optional<VariantSet> tags(TypeDeclaration type) {
        List<VariantSet.Variant> constants = new ArrayList<>();
        for (FieldDeclaration field : type.fields()) {
            boolean capitals = field.name().equals(field.name().toUpperCase(Locale.ROOT));
            if (!field.isStatic() || !field.isFinal() || field.constantText() == null || !capitals) {
                return Optional.empty();
            }
            constants.add(new VariantSet.Variant(field.name(), null, place(type, type.at())));
        }
        boolean plain = type.methods().stream().allMatch(MethodDeclaration::isConstructor);
        return plain && constants.size() >= FEWEST_TAGS
                ? Optional.of(new VariantSet(type, constants))
                : Optional.empty();
    }

    private static Place place(TypeDeclaration type, Span at) {
        return type.isFromSource() ? new Place(type.file(), at) : null;
    }

    /** False when a permitted type cannot be seen: then nobody knows what is below it. */
    private boolean collect(TypeDeclaration type, Set<VariantSet.Variant> leaves, Set<TypeName> seen) {
        if (!seen.add(type.name())) {
            return true;
        }
        if (!type.isSealed() || !type.isAbstract() && type.kind() == TypeKind.CLASS) {
            leaves.add(new VariantSet.Variant(type.name().simple(), type, place(type, type.at())));
        }
        for (TypeName permitted : type.permitted()) {
            Optional<TypeDeclaration> below = declarations.type(permitted);
            if (below.isEmpty() || !collect(below.get(), leaves, seen)) {
                return false;
            }
        }
        return true;
    }

    boolean isOutcome(VariantSet set) {
        return isCalledOutcome(set)
                || words.isOutcomeByVariants(set.declaration().name().simple(), set.names());
    }

    /**
     * Whether the kinds that an accessor of an outcome tells ({@code outcome.getKind()}) are its variants: those of success
     * and of failure are among them, whatever the type of the kinds is called.
     */
    boolean isKindOf(VariantSet kinds, TypeName holder) {
        return words.isOutcomeName(holder.simple()) && words.tellSuccessFromFailure(kinds.names());
    }

    /** Whether its name, an annotation or the project says so; its variants alone do not count. */
    boolean isCalledOutcome(VariantSet set) {
        TypeDeclaration type = set.declaration();
        return type.annotations().contains(ANNOTATION)
                || words.isListed(type.name().text())
                || words.isOutcomeName(type.name().simple());
    }

    /** Whether an arm that names a type takes the variant. */
    boolean takes(TypeName named, VariantSet.Variant variant) {
        return variant.type() != null
                && declarations.isSubtype(variant.type().name(), named).isYes();
    }
}
