package org.runincident.model.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.runincident.model.MirrorsVariants;

/** The variants of enums and sealed types, compared by name without regard to case and underscores. */
public final class Variants {
    private Variants() {}

    /**
     * The names of the variants: constants of an enum, or the simple names of what a sealed type permits, through sealed
     * subtypes down to what can be instantiated.
     *
     * @throws AssertionError if it is neither an enum nor sealed
     */
    public static List<String> of(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        }
        if (!type.isSealed()) {
            throw new AssertionError(type.getName() + " is neither an enum nor sealed: its variants are not known");
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(part -> part.isSealed() ? of(part).stream() : List.of(part.getSimpleName()).stream())
                .toList();
    }

    /**
     * Checks that one type has exactly the variants of another.
     *
     * @param except variants of the mirrored type that the mirror leaves out on purpose
     * @throws AssertionError if not; it names every variant that is missing or too many
     */
    public static void assertMirrors(Class<?> mirror, Class<?> mirrored, String... except) {
        TreeMap<String, String> there = byKey(of(mirror));
        TreeMap<String, String> wanted = byKey(of(mirrored));
        byKey(Arrays.asList(except)).forEach((key, name) -> {
            if (wanted.remove(key) == null) {
                throw new AssertionError(mirrored.getSimpleName() + " has no variant " + name + " to leave out");
            }
        });
        TreeSet<String> missing = names(wanted, there);
        TreeSet<String> extra = names(there, wanted);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            throw new AssertionError(mirror.getSimpleName() + " does not mirror " + mirrored.getSimpleName()
                    + ": missing " + missing + ", too many " + extra);
        }
    }

    /**
     * Checks a type against what its {@link MirrorsVariants} says.
     *
     * @throws AssertionError if it has none, or does not mirror
     */
    public static void assertMirrors(Class<?> annotated) {
        MirrorsVariants mirrors = annotated.getAnnotation(MirrorsVariants.class);
        if (mirrors == null) {
            throw new AssertionError(annotated.getName() + " does not say what it mirrors");
        }
        assertMirrors(annotated, mirrors.value(), mirrors.except());
    }

    private static TreeMap<String, String> byKey(List<String> names) {
        TreeMap<String, String> byKey = new TreeMap<>();
        names.forEach(name -> byKey.put(name.replace("_", "").toLowerCase(Locale.ROOT), name));
        return byKey;
    }

    private static TreeSet<String> names(TreeMap<String, String> of, TreeMap<String, String> without) {
        TreeMap<String, String> left = new TreeMap<>(of);
        left.keySet().removeAll(without.keySet());
        return new TreeSet<>(left.values());
    }
}
