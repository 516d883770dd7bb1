package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** What names mean in a body: variables, fields, constants and types. */
final class Names {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Body body;

    Names(Body body) {
        this.body = body;
    }

    /** A place that can be read and written. */
    sealed interface Place {}

    record Variable(Value.Variable variable) implements Place {}

    /** A field; {@code receiver} is null for static ones, {@code declaration} when it is not visible. */
    record Field(Value receiver, TypeName owner, String name, FieldDeclaration declaration) implements Place {}

    record Element(Value array, Value index) implements Place {}

    /** Something that cannot be written to: its value. */
    record Computed(Value value) implements Place {}

    Value read(Place place, Span at) {
        if (place instanceof Variable v) {
            return v.variable;
        } else if (place instanceof Field f) {
            return readField(f, at);
        } else if (place instanceof Element e) {
            return body.combine(elementType(e.array.type()), Event.Operator.ARRAY_READ, List.of(e.array, e.index), at);
        }
        return ((Computed) place).value;
    }

    /** The place a simple name means. */
    Place place(NameExpr expression) {
        String name = expression.getNameAsString();
        Value.Variable variable = body.variable(name);
        if (variable != null) {
            return new Variable(variable);
        }
        for (TypeContext t = body.type; t != null; t = t.outer()) {
            Optional<FieldDeclaration> field = body.file.members().field(t.name(), name);
            if (field.isPresent()) {
                return new Field(field.get().isStatic() ? null : receiver(t), t.name(), name, field.get());
            }
            if (body.file.members().hasConstant(t.name(), name)) {
                return new Field(null, t.name(), name, null);
            }
            Value.Variable outerLocal = Scope.variable(t.captured(), name);
            if (outerLocal != null) {
                return new Variable(body.capture(outerLocal));
            }
        }
        Optional<TypeName> imported = body.file.names().staticImportOwner(name);
        if (imported.isPresent()) {
            TypeName owner = imported.get();
            return new Field(
                    null, owner, name, body.file.members().field(owner, name).orElse(null));
        }
        if (CONSTANT.matcher(name).matches()) {
            return new Computed(new Value.Constant(TypeName.UNKNOWN, name, TypeName.UNKNOWN));
        }
        return new Field(body.receiver, body.type.name(), name, null);
    }

    /** The place {@code scope.name} means. */
    Place place(FieldAccessExpr expression) {
        String name = expression.getNameAsString();
        Optional<TypeName> owner = asType(expression.getScope());
        if (owner.isPresent()) {
            return new Field(
                    null,
                    owner.get(),
                    name,
                    body.file.members().field(owner.get(), name).orElse(null));
        }
        Value receiver = body.value(expression.getScope());
        FieldDeclaration field =
                body.file.members().field(receiver.type(), name).orElse(null);
        return new Field(field != null && field.isStatic() ? null : receiver, receiver.type(), name, field);
    }

    /** The constant an expression names, without lowering anything; null when it is none. */
    Value constant(Expression expression) {
        Place place = null;
        if (expression instanceof NameExpr name) {
            place = place(name);
        } else if (expression instanceof FieldAccessExpr access
                && asType(access.getScope()).isPresent()) {
            place = place(access);
        }
        if (place instanceof Computed c) {
            return c.value;
        }
        return place instanceof Field f ? constant(f) : null;
    }

    /** The type that declares the String constant an expression names; null when it names none. */
    TypeName declaringTag(Expression expression) {
        boolean named = expression instanceof NameExpr
                || expression instanceof FieldAccessExpr access
                        && asType(access.getScope()).isPresent();
        Place place =
                !named ? null : expression instanceof NameExpr name ? place(name) : place((FieldAccessExpr) expression);
        return place instanceof Field f && folded(f) != null ? f.owner : null;
    }

    /** The type an expression before a dot means; empty when it is a value. */
    Optional<TypeName> asType(Expression scope) {
        if (scope instanceof NameExpr name) {
            return isValue(name) ? Optional.empty() : typeNamed(name.getNameAsString(), scope);
        }
        if (scope instanceof FieldAccessExpr access) {
            Expression first = access;
            while (first instanceof FieldAccessExpr f) {
                first = f.getScope();
            }
            if (first instanceof NameExpr name && !isValue(name)) {
                Optional<TypeName> outer = asType(access.getScope());
                if (outer.isPresent()
                        && (body.file
                                        .members()
                                        .field(outer.get(), access.getNameAsString())
                                        .isPresent()
                                || body.file.members().hasConstant(outer.get(), access.getNameAsString()))) {
                    return Optional.empty();
                }
                return typeNamed(dotted(access), scope);
            }
        }
        return Optional.empty();
    }

    /** The text of names with dots between. */
    private static String dotted(FieldAccessExpr access) {
        Deque<String> parts = new ArrayDeque<>();
        Expression rest = access;
        while (rest instanceof FieldAccessExpr f) {
            parts.addFirst(f.getNameAsString());
            rest = f.getScope();
        }
        parts.addFirst(rest instanceof NameExpr name ? name.getNameAsString() : "");
        return String.join(".", parts);
    }

    private Optional<TypeName> typeNamed(String name, Node at) {
        TypeName local = Scope.localType(body.scope(), name);
        if (local != null) {
            return Optional.of(local);
        }
        Optional<TypeName> known = body.file.names().typeNamed(name, at);
        if (known.isPresent()) {
            return known;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean looksLikeType = !last.isEmpty()
                && Character.isUpperCase(last.charAt(0))
                && (last.length() == 1 || !CONSTANT.matcher(last).matches());
        return looksLikeType ? Optional.of(TypeName.written(name)) : Optional.empty();
    }

    private boolean isValue(NameExpr expression) {
        String name = expression.getNameAsString();
        if (body.variable(name) != null) {
            return true;
        }
        for (TypeContext t = body.type; t != null; t = t.outer()) {
            if (body.file.members().field(t.name(), name).isPresent()
                    || body.file.members().hasConstant(t.name(), name)
                    || Scope.variable(t.captured(), name) != null) {
                return true;
            }
        }
        return false;
    }

    /** {@code this} as seen from here, or of a type around. */
    Value receiver(TypeContext type) {
        if (type == body.type) {
            return body.receiver == null ? new Value.Unknown(type.name()) : body.receiver;
        }
        return body.outerThis(type);
    }

    /** {@code this}, or {@code Outer.this} for a name. */
    Value self(Optional<String> outerName) {
        if (outerName.isPresent()) {
            String simple = outerName.get().substring(outerName.get().lastIndexOf('.') + 1);
            for (TypeContext t = body.type; t != null; t = t.outer()) {
                if (t.name().simple().equals(simple)) {
                    return receiver(t);
                }
            }
        }
        return receiver(body.type);
    }

    private static Value folded(Field f) {
        boolean known = f.declaration != null && f.declaration.constantText() != null && f.declaration.isFinal();
        return known ? Value.text(f.declaration.constantText()) : null;
    }

    private Value constant(Field f) {
        Value folded = folded(f);
        if (folded != null || f.receiver != null || !isConstant(f)) {
            return folded;
        }
        TypeName type = f.declaration != null ? f.declaration.type() : f.owner;
        return new Value.Constant(f.owner, f.name, type.isUnknown() ? f.owner : type);
    }

    private Value readField(Field f, Span at) {
        Value constant = constant(f);
        if (constant != null) {
            return constant;
        }
        TypeName type = f.declaration == null ? TypeName.UNKNOWN : f.declaration.type();
        Value.Temp temp = body.graph.temp(type);
        body.cursor.emit(new Event.Get(temp, f.receiver, f.owner, f.name, at));
        return temp;
    }

    private boolean isConstant(Field f) {
        if (body.file.members().hasConstant(f.owner, f.name)) {
            return true;
        }
        if (f.declaration != null) {
            return f.declaration.isStatic()
                    && f.declaration.isFinal()
                    && CONSTANT.matcher(f.name).matches();
        }
        return CONSTANT.matcher(f.name).matches()
                || Character.isUpperCase(f.name.charAt(0))
                        && !body.file.members().isSeen(f.owner);
    }

    static TypeName elementType(TypeName array) {
        String text = array.text();
        return text.endsWith("[]")
                ? new TypeName(text.substring(0, text.length() - 2), array.resolved())
                : TypeName.UNKNOWN;
    }
}
