package org.runincident.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All declarations a front end can see: the reactor's sources, and on demand the class files of dependencies and JDK.
 *
 * <p>Safe for use by several threads. What is not there is an empty answer, never an exception.
 */
public interface Declarations {

    /** The declaration of a resolved type; empty when it is not resolved or its file is missing. */
    Optional<TypeDeclaration> type(TypeName name);

    /** Whether the declaration of a type can be seen; cheaper than reading it. */
    default boolean knows(TypeName name) {
        return type(name).isPresent();
    }

    /** Direct supertypes of a known type, as {@link TypeDeclaration#supertypes()}, without reading its members. */
    default List<TypeName> supertypes(TypeName name) {
        return type(name).map(TypeDeclaration::supertypes).orElse(List.of());
    }

    /** Known direct subtypes, among the sources; sorted. */
    Collection<TypeName> directSubtypes(TypeName name);

    /** Whether one type is the other or below it. UNKNOWN when the chain leaves what can be seen before an answer. */
    default Answer isSubtype(TypeName type, TypeName ofType) {
        if (type.isUnknown() || ofType.isUnknown()) {
            return Answer.UNKNOWN;
        }
        if (ofType.equals(TypeName.OBJECT)) {
            return Answer.YES;
        }
        boolean complete = true;
        Set<TypeName> seen = new LinkedHashSet<>();
        Deque<TypeName> work = new ArrayDeque<>(List.of(type));
        while (!work.isEmpty()) {
            TypeName next = work.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next.equals(ofType)
                    || (!next.resolved() || !ofType.resolved()) && next.simple().equals(ofType.simple())) {
                return Answer.YES;
            }
            if (knows(next)) {
                work.addAll(supertypes(next));
            } else {
                complete = false;
            }
        }
        return complete ? Answer.NO : Answer.UNKNOWN;
    }

    /** The type and all its known supertypes, nearest first. */
    default List<TypeDeclaration> lineage(TypeName name) {
        List<TypeDeclaration> found = new ArrayList<>();
        Set<TypeName> seen = new LinkedHashSet<>();
        Deque<TypeName> work = new ArrayDeque<>(List.of(name));
        while (!work.isEmpty()) {
            TypeName next = work.poll();
            if (seen.add(next)) {
                type(next).ifPresent(declaration -> {
                    found.add(declaration);
                    work.addAll(declaration.supertypes());
                });
            }
        }
        return found;
    }

    /** Methods (or constructors, as {@code <init>}) that a call of that name and argument count can mean, nearest first. */
    default List<MethodDeclaration> methods(TypeName owner, String name, int arguments) {
        List<MethodDeclaration> found = new ArrayList<>();
        for (TypeDeclaration declaration :
                name.equals("<init>") ? type(owner).stream().toList() : lineage(owner)) {
            for (MethodDeclaration method : declaration.methods()) {
                if (method.name().equals(name) && method.accepts(arguments)) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    /** A field of the type or of a supertype. */
    default Optional<FieldDeclaration> field(TypeName owner, String name) {
        return lineage(owner).stream().flatMap(t -> t.field(name).stream()).findFirst();
    }

    /** All known subtypes among the sources, any depth, the type itself left out; sorted. */
    default List<TypeName> allSubtypes(TypeName name) {
        Set<TypeName> seen = new java.util.TreeSet<>();
        Deque<TypeName> work = new ArrayDeque<>(directSubtypes(name));
        while (!work.isEmpty()) {
            TypeName next = work.poll();
            if (seen.add(next)) {
                work.addAll(directSubtypes(next));
            }
        }
        return List.copyOf(seen);
    }
}
