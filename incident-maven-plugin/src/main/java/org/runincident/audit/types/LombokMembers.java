package org.runincident.audit.types;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;

/** Members that Lombok adds to a type when it is compiled: accessors, constructors, builders, loggers. */
final class LombokMembers {
    private static final Set<String> CONSTRUCTORS =
            Set.of("AllArgsConstructor", "RequiredArgsConstructor", "NoArgsConstructor", "Data", "Value");
    private static final Map<String, String> LOGGERS = Map.of(
            "Slf4j", "org.slf4j.Logger",
            "XSlf4j", "org.slf4j.ext.XLogger",
            "Log4j2", "org.apache.logging.log4j.Logger",
            "Log4j", "org.apache.log4j.Logger",
            "Log", "java.util.logging.Logger",
            "CommonsLog", "org.apache.commons.logging.Log",
            "JBossLog", "org.jboss.logging.Logger",
            "Flogger", "com.google.common.flogger.FluentLogger");

    private final TypeName name;
    private final Set<String> annotations;
    private final List<FieldDeclaration> fields;
    private final List<MethodDeclaration> methods;
    private final Span at;
    private final boolean fluent;
    private final boolean chain;

    private LombokMembers(
            TypeDeclaration<?> type, TypeName name, List<FieldDeclaration> fields, List<MethodDeclaration> methods) {
        this.name = name;
        this.annotations = DeclarationReader.annotations(type.getAnnotations());
        this.fields = fields;
        this.methods = methods;
        this.at = DeclarationReader.span(type.getName());
        this.fluent = accessors(type, "fluent");
        this.chain = fluent || accessors(type, "chain");
    }

    private static boolean accessors(TypeDeclaration<?> type, String flag) {
        Optional<AnnotationExpr> accessors = type.getAnnotationByName("Accessors");
        return accessors.isPresent()
                && accessors.get().toString().replace(" ", "").contains(flag + "=true");
    }

    /** Whether a type without constructors of its own gets one by annotation, and therefore no default one. */
    static boolean addsConstructor(TypeDeclaration<?> type) {
        return DeclarationReader.annotations(type.getAnnotations()).stream().anyMatch(CONSTRUCTORS::contains);
    }

    /** Adds to fields and methods what the annotations ask for, and gives the types that come with it. */
    static List<org.runincident.code.TypeDeclaration> add(
            TypeDeclaration<?> type,
            TypeName name,
            String file,
            FileNames names,
            List<FieldDeclaration> fields,
            List<MethodDeclaration> methods) {
        boolean worthALook = !type.getAnnotations().isEmpty()
                || fields.stream().anyMatch(f -> !f.annotations().isEmpty());
        boolean fits = type instanceof ClassOrInterfaceDeclaration declared && !declared.isInterface()
                || type instanceof EnumDeclaration
                || type instanceof RecordDeclaration;
        if (!worthALook || !fits) {
            return List.of();
        }
        LombokMembers lombok = new LombokMembers(type, name, fields, methods);
        if (type instanceof ClassOrInterfaceDeclaration || type instanceof EnumDeclaration) {
            List.copyOf(fields).forEach(lombok::addAccessors);
            lombok.addConstructors();
        }
        lombok.addLogger();
        return lombok.addBuilder(type, file);
    }

    private boolean has(String... any) {
        for (String annotation : any) {
            if (annotations.contains(annotation)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFinal(FieldDeclaration field) {
        return field.isFinal() || has("Value") && !field.annotations().contains("NonFinal");
    }

    private void addAccessors(FieldDeclaration field) {
        Set<String> own = field.annotations();
        if (field.isStatic()) {
            return;
        }
        String property = capitalized(field.name());
        boolean bool = field.type().equals(TypeName.BOOLEAN);
        if (own.contains("Getter") || has("Getter", "Data", "Value")) {
            String prefixed = bool && property.startsWith("Is") && field.name().length() > 2
                    ? field.name()
                    : (bool ? "is" : "get") + property;
            add(fluent ? field.name() : prefixed, field.type(), List.of());
        }
        if (own.contains("Setter") || has("Setter", "Data") && !isFinal(field)) {
            String stem = bool && property.startsWith("Is") && field.name().length() > 2
                    ? field.name().substring(2)
                    : property;
            add(fluent ? field.name() : "set" + stem, chain ? name : TypeName.VOID, List.of(parameter(field)));
        }
        if (own.contains("With") || has("With")) {
            add("with" + property, name, List.of(parameter(field)));
        }
    }

    private static ParameterDeclaration parameter(FieldDeclaration field) {
        return new ParameterDeclaration(field.name(), field.type());
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private void add(String method, TypeName returned, List<ParameterDeclaration> parameters) {
        boolean there = methods.stream()
                .anyMatch(m -> m.name().equals(method)
                        && m.parameters().size() == parameters.size()
                        && (!method.equals("<init>")
                                || m.key().equals(DeclarationReader.key(name, method, parameters))));
        if (!there) {
            methods.add(ImplicitMembers.method(name, method, returned, parameters, false, at));
        }
    }

    private void addConstructors() {
        boolean explicit = methods.stream().anyMatch(MethodDeclaration::isConstructor);
        if (has("NoArgsConstructor")) {
            add("<init>", TypeName.VOID, List.of());
        }
        if (has("AllArgsConstructor") || has("Value") && !explicit && !has("NoArgsConstructor")) {
            add("<init>", TypeName.VOID, parameters(false));
        }
        boolean other = has("AllArgsConstructor", "NoArgsConstructor", "Builder", "SuperBuilder");
        if (has("RequiredArgsConstructor") || has("Data") && !explicit && !other) {
            add("<init>", TypeName.VOID, parameters(true));
        }
    }

    private List<ParameterDeclaration> parameters(boolean required) {
        return fields.stream()
                .filter(f -> !f.isStatic())
                .filter(f -> !required || isFinal(f) || f.annotations().contains("NonNull"))
                .map(LombokMembers::parameter)
                .toList();
    }

    private void addLogger() {
        for (String annotation : annotations) {
            String logger = LOGGERS.get(annotation);
            if (logger != null && fields.stream().noneMatch(f -> f.name().equals("log"))) {
                fields.add(new FieldDeclaration("log", TypeName.resolved(logger), true, true, null, Set.of()));
            }
        }
    }

    private List<org.runincident.code.TypeDeclaration> addBuilder(TypeDeclaration<?> type, String file) {
        if (!has("Builder", "SuperBuilder")) {
            return List.of();
        }
        TypeName builder = TypeName.resolved(name.text() + "." + name.simple() + "Builder");
        methods.add(ImplicitMembers.method(name, "builder", builder, List.of(), true, at));
        methods.add(ImplicitMembers.method(name, "toBuilder", builder, List.of(), false, at));
        boolean written = type.getMembers().stream()
                .anyMatch(m ->
                        m instanceof TypeDeclaration<?> t && t.getNameAsString().equals(builder.simple()));
        if (written) {
            return List.of();
        }
        List<MethodDeclaration> ofBuilder = new ArrayList<>();
        for (FieldDeclaration field : fields) {
            if (!field.isStatic()) {
                ofBuilder.add(
                        ImplicitMembers.method(builder, field.name(), builder, List.of(parameter(field)), false, at));
            }
        }
        ofBuilder.add(ImplicitMembers.method(builder, "build", name, List.of(), false, at));
        return List.of(new org.runincident.code.TypeDeclaration(
                builder,
                TypeKind.CLASS,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                fields.stream().filter(f -> !f.isStatic()).toList(),
                ofBuilder,
                Set.of(),
                file,
                at));
    }
}
