package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.audit.types.DeclarationReader;
import org.runincident.audit.types.FileNames;
import org.runincident.audit.types.Members;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/**
 * Members of all types a body can name: those that {@link Members} sees, and those of the local and anonymous classes of the
 * file, which only their syntax trees tell.
 */
final class MemberLookup {
    private final Members members;
    private final FileNames names;
    private final DeclarationReader reader = new DeclarationReader();
    private final Map<String, TypeContext> own = new HashMap<>();
    private final Map<Call, MethodRef> methods = new HashMap<>();
    private final Map<Name, Optional<FieldDeclaration>> fields = new HashMap<>();

    private record Call(TypeName owner, String name, List<TypeName> arguments) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Call call
                    && name.equals(call.name)
                    && owner.equals(call.owner)
                    && arguments.equals(call.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * owner.hashCode() + name.hashCode()) + arguments.hashCode();
        }
    }

    private record Name(TypeName owner, String name) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Name that && name.equals(that.name) && owner.equals(that.owner);
        }

        @Override
        public int hashCode() {
            return 31 * owner.hashCode() + name.hashCode();
        }
    }

    MemberLookup(Members members, FileNames names) {
        this.members = members;
        this.names = names;
    }

    /** Makes the types of the file known, so that their members are found even where no index holds them. */
    void add(TypeContext type) {
        own.put(type.name().text(), type);
    }

    MethodRef method(TypeName owner, String name, List<TypeName> arguments) {
        Call call = new Call(owner, name, arguments);
        MethodRef known = methods.get(call);
        if (known == null) {
            known = find(owner, name, arguments);
            methods.put(call, known);
        }
        return known;
    }

    private MethodRef find(TypeName owner, String name, List<TypeName> arguments) {
        MethodRef seen = members.method(owner, name, arguments);
        TypeContext context = own.get(owner.text());
        if (seen.isResolved() || context == null) {
            return seen;
        }
        Optional<MethodRef> declared = declaredMethod(context, name, arguments.size());
        if (declared.isPresent()) {
            return declared.get();
        }
        return context.supertypes().stream()
                .map(s -> method(s, name, arguments))
                .filter(MethodRef::isResolved)
                .map(m -> new MethodRef(owner, name, m.declaration()))
                .findFirst()
                .orElse(seen);
    }

    MethodRef constructor(TypeName owner, List<TypeName> arguments) {
        MethodRef seen = members.constructor(owner, arguments);
        TypeContext context = own.get(owner.text());
        if (seen.isResolved() || context == null) {
            return seen;
        }
        return context.members().stream()
                .flatMap(m -> m.toConstructorDeclaration().stream())
                .filter(c -> c.getParameters().size() == arguments.size())
                .map(c -> new MethodRef(owner, "<init>", reader.method(c, owner, names)))
                .findFirst()
                .orElse(seen);
    }

    /** The only method of that name, for method references; unresolved when there are several. */
    MethodRef methodNamed(TypeName owner, String name) {
        List<org.runincident.code.MethodDeclaration> found = members.declarations().lineage(owner).stream()
                .flatMap(t -> t.methods().stream())
                .filter(m -> m.name().equals(name))
                .toList();
        return new MethodRef(owner, name, found.size() == 1 ? found.get(0) : null);
    }

    Optional<FieldDeclaration> field(TypeName owner, String name) {
        Name asked = new Name(owner, name);
        Optional<FieldDeclaration> known = fields.get(asked);
        if (known == null) {
            known = find(owner, name);
            fields.put(asked, known);
        }
        return known;
    }

    private Optional<FieldDeclaration> find(TypeName owner, String name) {
        Optional<FieldDeclaration> seen = members.field(owner, name);
        TypeContext context = own.get(owner.text());
        if (seen.isPresent() || context == null) {
            return seen;
        }
        return declaredField(context, name)
                .or(() -> context.supertypes().stream()
                        .flatMap(s -> field(s, name).stream())
                        .findFirst());
    }

    /** Whether a type is seen to have that enum constant. */
    boolean hasConstant(TypeName owner, String name) {
        TypeContext context = own.get(owner.text());
        if (context != null && context.node() instanceof EnumDeclaration e) {
            return e.getEntries().stream().anyMatch(c -> c.getNameAsString().equals(name));
        }
        return members.declarations()
                .type(owner)
                .filter(t -> t.hasConstant(name))
                .isPresent();
    }

    /** Whether anything is known of the type's members. */
    boolean isSeen(TypeName owner) {
        return own.containsKey(owner.text()) || members.declarations().knows(owner);
    }

    /** Whether one type is seen to be the other or below it. */
    boolean isSubtype(TypeName type, TypeName ofType) {
        return members.declarations().isSubtype(type, ofType).isYes();
    }

    /** Components of a record; empty when it is not seen. */
    List<ParameterDeclaration> components(TypeName record) {
        TypeContext context = own.get(record.text());
        if (context != null && context.node() instanceof RecordDeclaration declared) {
            return declared.getParameters().stream()
                    .map(p -> new ParameterDeclaration(p.getNameAsString(), names.resolve(p.getType())))
                    .toList();
        }
        return members.declarations().type(record).map(t -> t.components()).orElse(List.of());
    }

    org.runincident.code.MethodDeclaration declaration(CompactConstructorDeclaration constructor, TypeName owner) {
        return reader.method(constructor, owner, names);
    }

    org.runincident.code.MethodDeclaration declaration(CallableDeclaration<?> callable, TypeName owner) {
        return reader.method(callable, owner, names);
    }

    private Optional<MethodRef> declaredMethod(TypeContext type, String name, int arguments) {
        List<MethodDeclaration> candidates = type.members().stream()
                .flatMap(m -> m.toMethodDeclaration().stream())
                .filter(m -> m.getNameAsString().equals(name))
                .toList();
        return candidates.stream()
                .filter(m -> m.getParameters().size() == arguments)
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(m -> m.getParameters().stream().anyMatch(p -> p.isVarArgs()))
                        .findFirst())
                .map(m -> new MethodRef(type.name(), name, reader.method(m, type.name(), names)));
    }

    private Optional<FieldDeclaration> declaredField(TypeContext type, String name) {
        for (BodyDeclaration<?> member : type.members()) {
            if (member.isFieldDeclaration()) {
                for (VariableDeclarator variable : member.asFieldDeclaration().getVariables()) {
                    if (variable.getNameAsString().equals(name)) {
                        return Optional.of(new FieldDeclaration(
                                name,
                                names.resolve(variable.getType()),
                                member.asFieldDeclaration().isStatic(),
                                member.asFieldDeclaration().isFinal(),
                                constantText(member.asFieldDeclaration(), variable),
                                Set.of()));
                    }
                }
            }
        }
        if (type.node() instanceof RecordDeclaration record) {
            return record.getParameters().stream()
                    .filter(p -> p.getNameAsString().equals(name))
                    .findFirst()
                    .map(p -> new FieldDeclaration(name, names.resolve(p.getType()), false, true, null, Set.of()));
        }
        return Optional.empty();
    }

    private static String constantText(com.github.javaparser.ast.body.FieldDeclaration field, VariableDeclarator v) {
        return field.isFinal()
                ? v.getInitializer()
                        .filter(Expression::isStringLiteralExpr)
                        .map(i -> i.asStringLiteralExpr().asString())
                        .orElse(null)
                : null;
    }

    /** Types of values that are given as arguments. */
    static List<TypeName> types(List<Value> arguments) {
        return arguments.stream().map(Value::type).toList();
    }
}
