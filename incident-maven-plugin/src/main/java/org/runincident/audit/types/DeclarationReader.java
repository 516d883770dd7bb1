package org.runincident.audit.types;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithExtends;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.TreeParts;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;

/**
 * Reads declarations out of syntax trees, those included that the language or Lombok adds. The position of a declaration is
 * that of its name. Stateless.
 */
public final class DeclarationReader {
    private static final TypeName ENUM = TypeName.resolved("java.lang.Enum");
    private static final TypeName RECORD = TypeName.resolved("java.lang.Record");
    private static final TypeName ANNOTATION = TypeName.resolved("java.lang.annotation.Annotation");

    /** Every type of a file that has a name, local ones included. */
    List<ReadType> types(CompilationUnit unit, String file, FileNames names) {
        List<com.github.javaparser.ast.body.TypeDeclaration<?>> found =
                TreeParts.of(unit).types();
        Map<TypeName, List<TypeName>> subtypesHere = new HashMap<>();
        for (com.github.javaparser.ast.body.TypeDeclaration<?> type : found) {
            for (TypeName supertype : supertypes(type, names)) {
                subtypesHere.computeIfAbsent(supertype, s -> new ArrayList<>()).add(names.nameOf(type));
            }
        }
        return found.stream()
                .map(type -> type(type, file, names, subtypesHere))
                .flatMap(type -> type.stream())
                .toList();
    }

    private List<ReadType> type(
            com.github.javaparser.ast.body.TypeDeclaration<?> type,
            String file,
            FileNames names,
            Map<TypeName, List<TypeName>> subtypesHere) {
        TypeName name = names.nameOf(type);
        Set<String> annotations = annotations(type.getAnnotations());
        List<FieldDeclaration> fields = new ArrayList<>();
        List<MethodDeclaration> methods = new ArrayList<>();
        List<ConstantDeclaration> constants = new ArrayList<>();
        List<ParameterDeclaration> components = List.of();
        if (type instanceof EnumDeclaration declared) {
            for (EnumConstantDeclaration constant : declared.getEntries()) {
                constants.add(constant(constant.getNameAsString(), constant.getArguments(), constant.getName()));
                fields.add(new FieldDeclaration(constant.getNameAsString(), name, true, true, null, Set.of()));
            }
        }
        if (type instanceof RecordDeclaration declared) {
            components = parameters(declared.getParameters(), names);
        }
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof com.github.javaparser.ast.body.FieldDeclaration field) {
                fields(field, type, name, names, fields, constants);
            } else if (member instanceof CallableDeclaration<?> callable) {
                methods.add(method(callable, name, names));
            } else if (member instanceof CompactConstructorDeclaration constructor) {
                methods.add(method(constructor, name, names));
            } else if (member instanceof AnnotationMemberDeclaration element) {
                methods.add(element(element, name, names));
            }
        }
        ImplicitMembers.add(type, name, components, fields, methods);
        List<TypeDeclaration> generated = LombokMembers.add(type, name, file, names, fields, methods);
        boolean sealed = type instanceof ClassOrInterfaceDeclaration declared
                && declared.getModifiers().stream()
                        .anyMatch(m -> m.getKeyword() == com.github.javaparser.ast.Modifier.Keyword.SEALED);
        TypeDeclaration declaration = new TypeDeclaration(
                name,
                kind(type),
                isAbstract(type),
                sealed,
                supertypes(type, names),
                constants,
                sealed ? permitted((ClassOrInterfaceDeclaration) type, name, names, subtypesHere) : List.of(),
                components,
                fields,
                methods,
                annotations,
                file,
                span(type.getName()));
        List<ReadType> all = new ArrayList<>();
        all.add(new ReadType(declaration, SourceGenerics.of(type, declaration, names)));
        generated.forEach(one -> all.add(new ReadType(one, Generics.NONE)));
        return all;
    }

    private static List<TypeName> permitted(
            ClassOrInterfaceDeclaration type,
            TypeName name,
            FileNames names,
            Map<TypeName, List<TypeName>> subtypesHere) {
        if (type.getPermittedTypes().isEmpty()) {
            return subtypesHere.getOrDefault(name, List.of());
        }
        return type.getPermittedTypes().stream().map(names::resolve).toList();
    }

    private static TypeKind kind(com.github.javaparser.ast.body.TypeDeclaration<?> type) {
        if (type instanceof EnumDeclaration) {
            return TypeKind.ENUM;
        }
        if (type instanceof RecordDeclaration) {
            return TypeKind.RECORD;
        }
        if (type instanceof AnnotationDeclaration) {
            return TypeKind.ANNOTATION;
        }
        return type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface()
                ? TypeKind.INTERFACE
                : TypeKind.CLASS;
    }

    private static boolean isAbstract(com.github.javaparser.ast.body.TypeDeclaration<?> type) {
        return type instanceof AnnotationDeclaration
                || type instanceof ClassOrInterfaceDeclaration declared
                        && (declared.isInterface() || declared.isAbstract());
    }

    private static List<TypeName> supertypes(com.github.javaparser.ast.body.TypeDeclaration<?> type, FileNames names) {
        List<TypeName> supertypes = new ArrayList<>(impliedSupertypes(kind(type)));
        if (type instanceof NodeWithExtends<?> declared) {
            add(declared.getExtendedTypes(), names, supertypes);
        }
        if (type instanceof NodeWithImplements<?> declared) {
            add(declared.getImplementedTypes(), names, supertypes);
        }
        return supertypes;
    }

    /** The supertypes that nobody writes. */
    static List<TypeName> impliedSupertypes(TypeKind kind) {
        return switch (kind) {
            case ENUM -> List.of(ENUM);
            case RECORD -> List.of(RECORD);
            case ANNOTATION -> List.of(ANNOTATION);
            case CLASS, INTERFACE -> List.of();
        };
    }

    private static void add(NodeList<ClassOrInterfaceType> types, FileNames names, List<TypeName> into) {
        for (ClassOrInterfaceType type : types) {
            TypeName name = names.resolve(type);
            if (!name.equals(TypeName.OBJECT)) {
                into.add(name);
            }
        }
    }

    private static void fields(
            com.github.javaparser.ast.body.FieldDeclaration field,
            com.github.javaparser.ast.body.TypeDeclaration<?> owner,
            TypeName ownerName,
            FileNames names,
            List<FieldDeclaration> fields,
            List<ConstantDeclaration> constants) {
        TypeKind kind = kind(owner);
        boolean inInterface = kind == TypeKind.INTERFACE || kind == TypeKind.ANNOTATION;
        boolean isStatic = inInterface || field.isStatic();
        boolean isFinal = inInterface || field.isFinal();
        Set<String> annotations = annotations(field.getAnnotations());
        for (VariableDeclarator variable : field.getVariables()) {
            TypeName type = names.resolve(variable.getType());
            boolean constant = isStatic && isFinal;
            String text = constant && type.equals(TypeName.STRING)
                    ? StringConstants.valueOf(variable.getInitializer().orElse(null), owner)
                    : null;
            fields.add(new FieldDeclaration(variable.getNameAsString(), type, isStatic, isFinal, text, annotations));
            // A field of an enum that names one of its constants again is no further variant.
            if (constant && kind != TypeKind.ENUM && names.isSubtype(type, ownerName)) {
                NodeList<Expression> arguments = variable.getInitializer().orElse(null) instanceof ObjectCreationExpr c
                        ? c.getArguments()
                        : new NodeList<>();
                constants.add(constant(variable.getNameAsString(), arguments, variable.getName()));
            }
        }
    }

    private static ConstantDeclaration constant(String name, NodeList<Expression> arguments, Node at) {
        List<String> texts = arguments.stream()
                .map(argument -> words(argument))
                .map(text -> text.contains("{") ? text.substring(0, text.indexOf('{')) + "{}" : text)
                .toList();
        return new ConstantDeclaration(name, texts, span(at));
    }

    /** How an expression is written, a single blank where tokens stand apart. */
    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        Range before = null;
        for (JavaToken token : node.getTokenRange().orElseThrow()) {
            if (token.getCategory().isWhitespaceOrComment()) {
                continue;
            }
            Range at = token.getRange().orElseThrow();
            if (before != null && (before.end.line != at.begin.line || before.end.column + 1 != at.begin.column)) {
                words.append(' ');
            }
            words.append(token.getText());
            before = at;
        }
        return words.toString();
    }

    /**
     * The declaration of a method or constructor.
     *
     * @param owner the declaring type; anonymous and local classes have names of their own
     */
    public MethodDeclaration method(CallableDeclaration<?> callable, TypeName owner, FileNames names) {
        List<ParameterDeclaration> parameters = parameters(callable.getParameters(), names);
        com.github.javaparser.ast.body.MethodDeclaration method =
                callable instanceof com.github.javaparser.ast.body.MethodDeclaration m ? m : null;
        return new MethodDeclaration(
                key(owner, method == null ? "<init>" : method.getNameAsString(), parameters),
                method == null ? TypeName.VOID : names.resolve(method.getType()),
                parameters,
                callable.getThrownExceptions().stream().map(names::resolve).toList(),
                callable.isStatic(),
                method != null && method.getBody().isEmpty(),
                callable.isPrivate(),
                isVarargs(callable.getParameters()),
                annotations(callable.getAnnotations()),
                span(callable.getName()));
    }

    /** The declaration of a record's compact constructor: the canonical constructor. */
    public MethodDeclaration method(CompactConstructorDeclaration constructor, TypeName owner, FileNames names) {
        NodeList<Parameter> components = constructor.getParentNode().orElse(null) instanceof RecordDeclaration declared
                ? declared.getParameters()
                : new NodeList<>();
        List<ParameterDeclaration> parameters = parameters(components, names);
        return new MethodDeclaration(
                key(owner, "<init>", parameters),
                TypeName.VOID,
                parameters,
                constructor.getThrownExceptions().stream().map(names::resolve).toList(),
                false,
                false,
                false,
                isVarargs(components),
                annotations(constructor.getAnnotations()),
                span(constructor.getName()));
    }

    private static MethodDeclaration element(AnnotationMemberDeclaration element, TypeName owner, FileNames names) {
        return new MethodDeclaration(
                key(owner, element.getNameAsString(), List.of()),
                names.resolve(element.getType()),
                List.of(),
                List.of(),
                false,
                true,
                false,
                false,
                annotations(element.getAnnotations()),
                span(element.getName()));
    }

    private static List<ParameterDeclaration> parameters(NodeList<Parameter> declared, FileNames names) {
        List<ParameterDeclaration> parameters = new ArrayList<>();
        for (Parameter parameter : declared) {
            TypeName type = names.resolve(parameter.getType());
            boolean array = parameter.isVarArgs() && !type.isUnknown();
            parameters.add(new ParameterDeclaration(
                    parameter.getNameAsString(), array ? new TypeName(type.text() + "[]", type.resolved()) : type));
        }
        return parameters;
    }

    static MethodKey key(TypeName owner, String name, List<ParameterDeclaration> parameters) {
        return new MethodKey(
                owner.text(),
                name,
                parameters.stream().map(parameter -> parameter.type().simple()).toList());
    }

    static boolean isVarargs(NodeList<Parameter> parameters) {
        return parameters.stream().anyMatch(Parameter::isVarArgs);
    }

    static Set<String> annotations(NodeList<AnnotationExpr> annotations) {
        Set<String> names = new LinkedHashSet<>();
        for (AnnotationExpr annotation : annotations) {
            names.add(annotation.getName().getIdentifier());
        }
        return names;
    }

    static Span span(Node node) {
        return node.getRange().map(JavaSourceParser::span).orElse(Span.NONE);
    }
}
