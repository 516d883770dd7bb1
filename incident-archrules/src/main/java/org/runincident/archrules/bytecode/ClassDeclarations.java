package org.runincident.archrules.bytecode;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.Declarations;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;

/** Declarations out of class files: those that are judged, and on demand those of libraries and of the JDK. */
final class ClassDeclarations implements Declarations {
    private final Map<TypeName, CompiledClass> own = new HashMap<>();
    private final Map<String, CompiledClass> byInternalName = new HashMap<>();
    private final Map<TypeName, TreeSet<TypeName>> subtypes = new HashMap<>();
    private final Map<TypeName, Optional<DeclaredType>> read = new ConcurrentHashMap<>();
    private final Map<Call, Optional<DeclaredMethod>> methods = new ConcurrentHashMap<>();
    private final Map<TypeName, List<TypeDeclaration>> lineages = new ConcurrentHashMap<>();
    private final ClassFiles library;

    private record Call(TypeName owner, String name, String descriptor) {
        // Written out: what the compiler generates for records is slow until it is hot.

        @Override
        public boolean equals(Object other) {
            return other instanceof Call call
                    && name.equals(call.name)
                    && descriptor.equals(call.descriptor)
                    && owner.equals(call.owner);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
        }
    }

    /** @param library where types are found that are not among the judged ones */
    ClassDeclarations(Collection<CompiledClass> own, ClassFiles library) {
        this.library = library;
        for (CompiledClass each : own) {
            this.own.put(each.name(), each);
            byInternalName.put(each.node().name, each);
            DeclarationReader.supertypes(each.node())
                    .map(each.names()::ofInternal)
                    .forEach(above -> subtypes.computeIfAbsent(above, a -> new TreeSet<>())
                            .add(each.name()));
        }
    }

    /** A judged class, or the declarations of one that can be found; empty when there is none. */
    private Optional<CompiledClass> compiled(TypeName name) {
        CompiledClass mine = own.get(name);
        return mine != null ? Optional.of(mine) : find(name);
    }

    private Optional<CompiledClass> find(TypeName name) {
        if (!name.resolved() || name.text().endsWith("]") || name.text().indexOf('.') < 0) {
            return Optional.empty();
        }
        StringBuilder internal = new StringBuilder(name.text().replace('.', '/'));
        while (true) {
            Optional<CompiledClass> found = library.find(internal.toString()).flatMap(CompiledClass::readDeclarations);
            int slash = internal.lastIndexOf("/");
            if (found.isPresent() || slash < 0) {
                return found;
            }
            boolean nested = Character.isUpperCase(internal.charAt(slash + 1)) && startsUpper(internal, slash);
            if (!nested) {
                return Optional.empty();
            }
            internal.setCharAt(slash, '$');
        }
    }

    /** Whether the part before a slash is named like a type. */
    private static boolean startsUpper(CharSequence name, int slash) {
        int from = name.toString().lastIndexOf('/', slash - 1) + 1;
        return from < slash && Character.isUpperCase(name.charAt(from));
    }

    /** A class by its internal name; empty when it is not found. */
    Optional<CompiledClass> compiled(String internalName) {
        CompiledClass mine = byInternalName.get(internalName);
        return mine != null ? Optional.of(mine) : library.find(internalName).flatMap(CompiledClass::read);
    }

    Optional<DeclaredType> declared(TypeName name) {
        Optional<DeclaredType> known = read.get(name);
        if (known == null) {
            known = compiled(name).map(c -> DeclarationReader.read(c, own.containsKey(name)));
            read.put(name, known);
        }
        return known;
    }

    /** The method a call instruction names, on the type or above it; empty when it is not seen. */
    Optional<DeclaredMethod> method(TypeName owner, String name, String descriptor) {
        Call call = new Call(owner, name, descriptor);
        Optional<DeclaredMethod> known = methods.get(call);
        if (known == null) {
            known = find(call);
            methods.put(call, known);
        }
        return known;
    }

    private Optional<DeclaredMethod> find(Call call) {
        String method = call.name + call.descriptor;
        boolean constructor = method.startsWith("<");
        List<TypeDeclaration> lineage = constructor ? type(call.owner).stream().toList() : lineage(call.owner);
        for (TypeDeclaration each : lineage) {
            DeclaredMethod found = declared(each.name()).orElseThrow().methods().get(method);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return constructor
                ? Optional.empty()
                : declared(TypeName.OBJECT).map(o -> o.methods().get(method));
    }

    /** Whether a field's type is a type variable. */
    boolean isGeneric(TypeName owner, String field) {
        return lineage(owner).stream()
                .anyMatch(t -> declared(t.name()).orElseThrow().genericFields().contains(field));
    }

    @Override
    public Optional<TypeDeclaration> type(TypeName name) {
        return declared(name).map(DeclaredType::declaration);
    }

    /** Remembered: every member that is looked up asks for it. */
    @Override
    public List<TypeDeclaration> lineage(TypeName name) {
        List<TypeDeclaration> found = lineages.get(name);
        if (found == null) {
            found = List.copyOf(Declarations.super.lineage(name));
            lineages.put(name, found);
        }
        return found;
    }

    @Override
    public Collection<TypeName> directSubtypes(TypeName name) {
        return subtypes.getOrDefault(name, new TreeSet<>());
    }
}
