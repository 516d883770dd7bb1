package org.runincident.audit.catalog;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithMembers;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParsedFile;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.model.FailureCategory;

/**
 * Finds failure codes where they are declared: constants of an enum that implements {@code FailureCode}, or that is named,
 * or implements something named, as codes are; and constants of a class named so. What a code says is read off the
 * arguments of its constant, by the names and types of the constructor's parameters.
 */
final class CodeDeclarations {
    private static final Set<String> MESSAGE =
            Set.of("message", "msg", "text", "description", "desc", "detail", "template", "title", "reason");
    private static final Set<String> CODE = Set.of("code", "id", "key", "value", "number", "errorcode", "wire");
    private static final Set<String> MAY_GO_WELL =
            Set.of("retryable", "transient", "recoverable", "temporary", "retry");
    private static final Set<String> FOR_EVER = Set.of("permanent", "fatal", "terminal");
    private static final List<String> CATEGORY =
            List.of("Category", "Kind", "Family", "Group", "Domain", "Severity", "Type", "Class", "HttpStatus");

    private final Set<String> names;

    /** @param names last words of types whose constants are codes */
    CodeDeclarations(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    boolean isNamedAsCodes(String type) {
        return names.stream().anyMatch(type::endsWith);
    }

    /** The codes of a file, in the order they are declared. */
    List<DeclaredCode> in(ParsedFile file) {
        List<DeclaredCode> codes = new ArrayList<>();
        for (EnumDeclaration type : file.unit().findAll(EnumDeclaration.class)) {
            if (isNamedAsCodes(type.getNameAsString())
                    || type.getImplementedTypes().stream().anyMatch(t -> isNamedAsCodes(t.getNameAsString()))) {
                type.getEntries().forEach(constant -> codes.add(code(file, type, constant)));
            }
        }
        for (ClassOrInterfaceDeclaration type : file.unit().findAll(ClassOrInterfaceDeclaration.class)) {
            if (isNamedAsCodes(type.getNameAsString())) {
                type.getFields().forEach(field -> constants(file, type, field, codes));
            }
        }
        return codes;
    }

    private static void constants(
            ParsedFile file, ClassOrInterfaceDeclaration type, FieldDeclaration field, List<DeclaredCode> codes) {
        boolean constant = type.isInterface() || field.isStatic() && field.isFinal();
        for (VariableDeclarator variable : field.getVariables()) {
            Optional<String> value = variable.getInitializer().flatMap(CodeDeclarations::literal);
            boolean named = variable.getNameAsString().matches("[A-Z][A-Z0-9_]*");
            if (constant && named && value.isPresent()) {
                codes.add(new DeclaredCode(
                        qualified(type),
                        type.getNameAsString(),
                        variable.getNameAsString(),
                        value.get(),
                        "",
                        "",
                        "",
                        documentation(file, field),
                        place(file, variable)));
            }
        }
    }

    private DeclaredCode code(ParsedFile file, EnumDeclaration type, EnumConstantDeclaration constant) {
        boolean ours = type.getImplementedTypes().stream()
                .map(ClassOrInterfaceType::getNameAsString)
                .anyMatch("FailureCode"::equals);
        Arguments arguments = new Arguments(type, constant);
        String message = arguments
                .text(named(MESSAGE))
                .or(() -> returned(constant, type, MESSAGE).flatMap(FixedText::of))
                .or(() -> arguments.text(parameter -> true).filter(text -> text.contains(" ")))
                .orElse("");
        String category = arguments
                .source(parameter ->
                        CATEGORY.stream().anyMatch(parameter.getType().asString()::endsWith))
                .or(() -> returned(constant, type, Set.of("category")).map(Object::toString))
                .map(CodeDeclarations::lastName)
                .orElse("");
        String code = arguments
                .text(named(CODE))
                .or(() -> returned(constant, type, CODE).flatMap(CodeDeclarations::literal))
                .orElse(ours ? constant.getNameAsString().toLowerCase(Locale.ROOT) : "");
        return new DeclaredCode(
                qualified(type),
                type.getNameAsString(),
                constant.getNameAsString(),
                code.equals(constant.getNameAsString()) || code.equals(message) ? "" : code,
                message,
                category,
                recovery(arguments, category),
                documentation(file, constant),
                place(file, constant));
    }

    private static String recovery(Arguments arguments, String category) {
        Optional<String> stated = arguments
                .source(parameter -> parameter.getType().asString().equals("Permanence"))
                .map(text -> lastName(text).toLowerCase(Locale.ROOT));
        Optional<String> mayGoWell = arguments.source(named(MAY_GO_WELL));
        Optional<String> forEver = arguments.source(named(FOR_EVER));
        if (stated.isPresent()) {
            return stated.get();
        }
        if (mayGoWell.isPresent()) {
            return words(mayGoWell.get(), "transient", "permanent");
        }
        if (forEver.isPresent()) {
            return words(forEver.get(), "permanent", "transient");
        }
        for (FailureCategory known : FailureCategory.values()) {
            if (known.name().equals(category)) {
                return known.usually().name().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static String words(String value, String yes, String no) {
        return value.equals("true") ? yes : value.equals("false") ? no : lastName(value);
    }

    /** The constant's arguments beside the parameters they go to. */
    private record Arguments(List<Parameter> parameters, NodeList<Expression> values) {
        Arguments(EnumDeclaration type, EnumConstantDeclaration constant) {
            this(
                    type.getConstructors().stream()
                            .map(ConstructorDeclaration::getParameters)
                            .filter(those ->
                                    those.size() == constant.getArguments().size())
                            .findFirst()
                            .<List<Parameter>>map(List::copyOf)
                            .orElse(List.of()),
                    constant.getArguments());
        }

        Optional<String> text(Predicate<Parameter> wanted) {
            for (int i = 0; i < parameters.size(); i++) {
                Optional<String> text = wanted.test(parameters.get(i)) ? literal(values.get(i)) : Optional.empty();
                if (text.isPresent()) {
                    return text;
                }
            }
            return Optional.empty();
        }

        Optional<String> source(Predicate<Parameter> wanted) {
            for (int i = 0; i < parameters.size(); i++) {
                if (wanted.test(parameters.get(i))) {
                    return Optional.of(values.get(i).toString());
                }
            }
            return Optional.empty();
        }
    }

    private static Predicate<Parameter> named(Set<String> names) {
        return parameter -> {
            String name = parameter.getNameAsString().toLowerCase(Locale.ROOT);
            return names.contains(name) || names.stream().anyMatch(word -> word.length() > 3 && name.endsWith(word));
        };
    }

    /** What a method of the constant, or of all of them, gives back without looking. */
    private static Optional<Expression> returned(
            EnumConstantDeclaration constant, EnumDeclaration type, Set<String> methods) {
        return returned(
                        constant.getClassBody().stream()
                                .filter(MethodDeclaration.class::isInstance)
                                .map(MethodDeclaration.class::cast)
                                .toList(),
                        methods)
                .or(() -> returned(((NodeWithMembers<?>) type).getMethods(), methods));
    }

    private static Optional<Expression> returned(List<MethodDeclaration> declared, Set<String> methods) {
        return declared.stream()
                .filter(method -> methods.contains(method.getNameAsString().toLowerCase(Locale.ROOT))
                        && method.getParameters().isEmpty())
                .flatMap(method -> method.getBody().stream())
                .filter(body -> body.getStatements().size() == 1)
                .flatMap(body -> body.getStatement(0).toReturnStmt().stream())
                .flatMap((ReturnStmt statement) -> statement.getExpression().stream())
                .filter(value -> value.isLiteralExpr() || value.isFieldAccessExpr() || value.isBinaryExpr())
                .findFirst();
    }

    private static Optional<String> literal(Expression value) {
        if (value.isIntegerLiteralExpr() || value.isLongLiteralExpr()) {
            return Optional.of(value.toString());
        }
        return FixedText.of(value);
    }

    private static String lastName(String text) {
        return text.substring(text.lastIndexOf('.') + 1);
    }

    private static String qualified(TypeDeclaration<?> type) {
        return type.getFullyQualifiedName().orElse(type.getNameAsString());
    }

    private static Place place(ParsedFile file, Node node) {
        return new Place(
                file.source().path(),
                node.getRange().map(JavaSourceParser::span).orElse(Span.NONE));
    }

    /** First sentence of the comment above. */
    private static String documentation(ParsedFile file, Node node) {
        int line = node.getRange().map(range -> range.begin.line).orElse(0);
        List<String> above = file.comments().onLines(line - 1, line - 1);
        String text = above.isEmpty() ? "" : above.get(above.size() - 1).replaceAll("\\s+", " ");
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end + 1)).replaceAll("\\{@\\w+ ([^}]*)}|</?\\w+>", "$1");
    }
}
