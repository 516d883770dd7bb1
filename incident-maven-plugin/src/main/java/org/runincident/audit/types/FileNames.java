package org.runincident.audit.types;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.runincident.audit.source.Outline.Import;
import org.runincident.audit.source.TreeParts;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;

/** What names mean in one file. Not safe for several threads, as the tree it looks at is not. */
public final class FileNames {
    /** Parts a local type from the type around it. */
    static final String LOCAL = ".$";

    private static final int DEEPEST_BOUND = 20;

    private final Declarations declarations;
    private final String packageName;
    private final NameScope scope;
    private final boolean anyLocal;
    private final boolean anyPattern;
    private final Map<String, Map<String, Optional<TypeName>>> known = new HashMap<>();
    private final Map<TypeDeclaration<?>, String> ofTypes = new IdentityHashMap<>();

    public FileNames(CompilationUnit unit, Declarations declarations) {
        this.declarations = declarations;
        this.packageName =
                unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
        List<Import> imports = new ArrayList<>();
        for (ImportDeclaration one : unit.getImports()) {
            imports.add(new Import(one.getNameAsString(), one.isStatic(), one.isAsterisk(), one.isModule()));
        }
        TreeParts parts = TreeParts.of(unit);
        this.anyLocal = parts.anyLocal();
        this.anyPattern = parts.anyPattern();
        this.scope = new NameScope(packageName, imports, declarations);
    }

    /**
     * The erased type a type in the source means. A type variable is its bound; {@code var} is {@link TypeName#UNKNOWN}; a
     * union is the nearest class above all its types; a name that cannot be resolved stays as written.
     */
    public TypeName resolve(Type type) {
        return resolve(type, 0);
    }

    /** The type with its arguments; a wildcard is its bound. */
    GenericType generic(Type type) {
        return generic(type, 0);
    }

    private GenericType generic(Type type, int depth) {
        if (depth > DEEPEST_BOUND) {
            return GenericType.UNKNOWN;
        }
        if (type instanceof ArrayType array) {
            return GenericType.arrayOf(generic(array.getComponentType(), depth + 1));
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendedType()
                    .or(wildcard::getSuperType)
                    .map(bound -> generic(bound, depth + 1))
                    .orElse(GenericType.of(TypeName.OBJECT));
        }
        if (type instanceof ClassOrInterfaceType named) {
            boolean variable = named.getScope().isEmpty() && typeVariable(named.getNameAsString(), named) != null;
            if (variable) {
                return GenericType.variable(named.getNameAsString(), resolve(named));
            }
            List<GenericType> arguments = new ArrayList<>();
            named.getTypeArguments()
                    .ifPresent(written -> written.forEach(argument -> arguments.add(generic(argument, depth + 1))));
            return new GenericType(resolve(named), arguments, "");
        }
        return GenericType.of(resolve(type));
    }

    private TypeName resolve(Type type, int depth) {
        if (depth > DEEPEST_BOUND) {
            return TypeName.OBJECT; // type variables bound to each other
        }
        if (type instanceof ClassOrInterfaceType named) {
            return named(named, depth);
        }
        if (type instanceof PrimitiveType primitive) {
            return TypeName.resolved(primitive.asString());
        }
        if (type.isVoidType()) {
            return TypeName.VOID;
        }
        if (type instanceof ArrayType array) {
            TypeName element = resolve(array.getComponentType(), depth + 1);
            return element.isUnknown() ? element : new TypeName(element.text() + "[]", element.resolved());
        }
        if (type instanceof TypeParameter variable) {
            return bound(variable, depth);
        }
        if (type instanceof IntersectionType intersection) {
            return resolve(intersection.getElements().get(0), depth + 1);
        }
        if (type instanceof UnionType union) {
            return commonSupertype(union);
        }
        if (type instanceof WildcardType wildcard) {
            Optional<ReferenceType> bound = wildcard.getExtendedType();
            return bound.isPresent() ? resolve(bound.get(), depth + 1) : TypeName.OBJECT;
        }
        return TypeName.UNKNOWN;
    }

    private TypeName named(ClassOrInterfaceType type, int depth) {
        String written = type.getNameWithScope();
        if (type.getScope().isEmpty()) {
            TypeParameter variable = typeVariable(written, type);
            if (variable != null) {
                return bound(variable, depth);
            }
            if (written.equals("var")) {
                return TypeName.UNKNOWN;
            }
        }
        return typeNamed(written, type).orElseGet(() -> NameScope.unknown(written));
    }

    private TypeName bound(TypeParameter variable, int depth) {
        return variable.getTypeBound().isEmpty()
                ? TypeName.OBJECT
                : resolve(variable.getTypeBound().get(0), depth + 1);
    }

    private static TypeParameter typeVariable(String name, Node at) {
        for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
            if (node instanceof NodeWithTypeParameters<?> generic) {
                for (TypeParameter parameter : generic.getTypeParameters()) {
                    if (parameter.getNameAsString().equals(name)) {
                        return parameter;
                    }
                }
            }
        }
        return null;
    }

    private TypeName commonSupertype(UnionType union) {
        List<TypeName> types = union.getElements().stream().map(this::resolve).toList();
        return declarations.lineage(types.get(0)).stream()
                .map(declaration -> declaration.name())
                .filter(above -> types.stream()
                        .allMatch(type -> declarations.isSubtype(type, above).isYes()))
                .findFirst()
                .orElse(TypeName.THROWABLE);
    }

    /**
     * The type that a name in the position of an expression means; empty when it is not a known type. A name with a
     * single-type import counts as known, even when its declaration cannot be seen.
     *
     * @param name simple or with dots
     * @param at where it stands
     */
    public Optional<TypeName> typeNamed(String name, Node at) {
        int dot = name.indexOf('.');
        Optional<TypeName> local = localType(dot < 0 ? name : name.substring(0, dot), at);
        if (local.isPresent()) {
            return dot < 0 ? local : Optional.of(TypeName.resolved(local.get().text() + name.substring(dot)));
        }
        String enclosing = enclosingName(at);
        return known.computeIfAbsent(enclosing, e -> new HashMap<>())
                .computeIfAbsent(name, n -> scope.type(n, enclosing));
    }

    /** A class, record, interface or enum declared in a block around the node. */
    private Optional<TypeName> localType(String name, Node at) {
        if (!anyLocal) {
            return Optional.empty();
        }
        for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
            List<Statement> statements = node instanceof BlockStmt block
                    ? block.getStatements()
                    : node instanceof SwitchEntry entry ? entry.getStatements() : List.of();
            for (Statement statement : statements) {
                TypeDeclaration<?> declared = localDeclaration(statement);
                if (declared != null && declared.getNameAsString().equals(name)) {
                    return Optional.of(nameOf(declared));
                }
            }
        }
        return Optional.empty();
    }

    private static TypeDeclaration<?> localDeclaration(Statement statement) {
        if (statement instanceof LocalClassDeclarationStmt local) {
            return local.getClassDeclaration();
        }
        return statement instanceof LocalRecordDeclarationStmt local ? local.getRecordDeclaration() : null;
    }

    /** The type a member is statically imported from; empty when none is known to have it. */
    public Optional<TypeName> staticImportOwner(String member) {
        String explicit = scope.staticImport(member);
        if (explicit != null) {
            return Optional.of(TypeName.resolved(explicit));
        }
        List<TypeName> unseen = new ArrayList<>();
        for (String asterisk : scope.staticAsterisks()) {
            TypeName owner = TypeName.resolved(asterisk);
            if (!declarations.knows(owner)) {
                unseen.add(owner);
            } else if (declares(owner, member)) {
                return Optional.of(owner);
            }
        }
        boolean constant = member.equals(member.toUpperCase(java.util.Locale.ROOT));
        return constant && unseen.size() == 1 ? Optional.of(unseen.get(0)) : Optional.empty();
    }

    private boolean declares(TypeName owner, String member) {
        return declarations.lineage(owner).stream()
                .anyMatch(type -> type.hasConstant(member)
                        || type.field(member).isPresent()
                        || type.methods().stream()
                                .anyMatch(m -> m.isStatic() && m.name().equals(member)));
    }

    /** The innermost named type around a node, local ones included; {@link TypeName#UNKNOWN} outside of types. */
    public TypeName enclosingType(Node at) {
        String name = enclosingName(at);
        return name.isEmpty() ? TypeName.UNKNOWN : TypeName.resolved(name);
    }

    /** The name of a declared type; a local one has {@code $} between it and the type around it, so that no member is named so. */
    public TypeName nameOf(TypeDeclaration<?> type) {
        return TypeName.resolved(qualifiedName(type));
    }

    /** Whether any pattern of the file binds a variable of a type. */
    boolean anyPattern() {
        return anyPattern;
    }

    /** Whether one type is surely the other or below it. */
    boolean isSubtype(TypeName type, TypeName ofType) {
        return type.equals(ofType)
                || type.resolved() && declarations.isSubtype(type, ofType).isYes();
    }

    private String enclosingName(Node at) {
        Node inner = null;
        for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
            boolean inHeader = inner instanceof ClassOrInterfaceType; // the type's own members are not in scope there
            if (node instanceof TypeDeclaration<?> type && !inHeader) {
                return qualifiedName(type);
            }
            inner = node;
        }
        return "";
    }

    private String qualifiedName(TypeDeclaration<?> type) {
        String name = ofTypes.get(type);
        if (name == null) {
            String outer = type.getParentNode().map(this::enclosingName).orElse("");
            boolean inBlock = type.getParentNode().orElse(null) instanceof Statement;
            String around = inBlock ? outer + LOCAL : outer.isEmpty() ? packageName : outer;
            name = around.isEmpty() ? type.getNameAsString() : around + "." + type.getNameAsString();
            ofTypes.put(type, name);
        }
        return name;
    }
}
