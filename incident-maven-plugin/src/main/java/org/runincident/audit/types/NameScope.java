package org.runincident.audit.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.audit.source.Outline.Import;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;

/** What names mean in one file by its package and imports, as the language orders them. */
final class NameScope {
    private static final String JAVA_LANG = "java.lang";

    private final String packageName;
    private final Declarations declarations;
    private final Map<String, String> singleTypes = new HashMap<>();
    private final Map<String, String> staticMembers = new HashMap<>();
    private final List<String> asterisks = new ArrayList<>();
    private final List<String> staticAsterisks = new ArrayList<>();

    NameScope(String packageName, List<Import> imports, Declarations declarations) {
        this.packageName = packageName;
        this.declarations = declarations;
        for (Import one : imports) {
            if (one.module()) {
                asterisks.addAll(JdkModules.packagesOf(one.name()));
            } else if (one.asterisk()) {
                (one.isStatic() ? staticAsterisks : asterisks).add(one.name());
            } else {
                int dot = one.name().lastIndexOf('.');
                String simple = one.name().substring(dot + 1);
                if (!one.isStatic()) {
                    singleTypes.put(simple, one.name());
                } else if (dot > 0) {
                    staticMembers.putIfAbsent(simple, one.name().substring(0, dot));
                }
            }
        }
        asterisks.add(JAVA_LANG);
    }

    /**
     * The type a name means.
     *
     * @param name simple or with dots
     * @param enclosing qualified name of the innermost type around it; empty outside of types
     */
    Optional<TypeName> type(String name, String enclosing) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return simple(name, enclosing);
        }
        Optional<TypeName> first = simple(name.substring(0, dot), enclosing);
        return first.isPresent() ? nested(first.get(), name.substring(dot + 1)) : qualified(name);
    }

    /** As {@link #type}; what is not known stays as written, a name that begins with a package is taken at its word. */
    TypeName typeOrWritten(String name, String enclosing) {
        return type(name, enclosing).orElseGet(() -> unknown(name));
    }

    /** What is left of a name that nothing is known of. */
    static TypeName unknown(String name) {
        boolean qualified = name.indexOf('.') > 0 && Character.isLowerCase(name.charAt(0));
        return qualified ? TypeName.resolved(name) : TypeName.written(name);
    }

    private Optional<TypeName> simple(String name, String enclosing) {
        for (String around = enclosing; !around.isEmpty(); around = outerOf(around)) {
            if (around.endsWith(name) && lastPart(around).equals(name)) {
                return Optional.of(TypeName.resolved(around));
            }
            Optional<TypeName> member = memberType(TypeName.resolved(around), name);
            if (member.isPresent()) {
                return member;
            }
        }
        String imported = singleTypes.get(name);
        if (imported != null) {
            return Optional.of(TypeName.resolved(imported));
        }
        String owner = staticMembers.get(name);
        if (owner != null && knows(owner + "." + name)) {
            return Optional.of(TypeName.resolved(owner + "." + name));
        }
        String sibling = packageName.isEmpty() ? name : packageName + "." + name;
        if (knows(sibling)) {
            return Optional.of(TypeName.resolved(sibling));
        }
        return onDemand(name);
    }

    private Optional<TypeName> onDemand(String name) {
        for (String owner : asterisks) {
            if (knows(owner + "." + name)) {
                return Optional.of(TypeName.resolved(owner + "." + name));
            }
        }
        return staticAsterisks.stream()
                .flatMap(owner -> memberType(TypeName.resolved(owner), name).stream())
                .findFirst();
    }

    /** The package around a top-level type ends the walk outwards: it is no known type. */
    private String outerOf(String type) {
        int dot = type.lastIndexOf('.');
        String outer = dot < 0 ? "" : type.substring(0, dot);
        return outer.equals(packageName) ? "" : outer;
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A member type along a path of simple names; the end of an unknown path is trusted. */
    private Optional<TypeName> nested(TypeName outer, String path) {
        TypeName type = outer;
        for (String part : path.split("\\.")) {
            Optional<TypeName> member = memberType(type, part);
            if (member.isPresent()) {
                type = member.get();
            } else if (declarations.knows(type)) {
                return Optional.empty();
            } else {
                type = TypeName.resolved(type.text() + "." + part);
            }
        }
        return Optional.of(type);
    }

    /** A name that begins with a package: the longest known start of it, and what is nested in that. */
    private Optional<TypeName> qualified(String name) {
        if (knows(name)) {
            return Optional.of(TypeName.resolved(name));
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (knows(name.substring(0, dot))) {
                return nested(TypeName.resolved(name.substring(0, dot)), name.substring(dot + 1));
            }
        }
        return Optional.empty();
    }

    /** A type declared in a type or inherited by it. */
    private Optional<TypeName> memberType(TypeName owner, String name) {
        return memberType(owner, name, new HashSet<>());
    }

    private Optional<TypeName> memberType(TypeName owner, String name, Set<TypeName> seen) {
        if (!owner.resolved() || !seen.add(owner)) {
            return Optional.empty();
        }
        TypeName direct = TypeName.resolved(owner.text() + "." + name);
        if (declarations.knows(direct)) {
            return Optional.of(direct);
        }
        for (TypeName supertype : declarations.supertypes(owner)) {
            Optional<TypeName> inherited = memberType(supertype, name, seen);
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return Optional.empty();
    }

    private boolean knows(String qualified) {
        return declarations.knows(TypeName.resolved(qualified));
    }

    /** The type a member is statically imported from by name; null when it is not. */
    String staticImport(String member) {
        return staticMembers.get(member);
    }

    /** The types all of whose static members are imported. */
    List<String> staticAsterisks() {
        return staticAsterisks;
    }
}
