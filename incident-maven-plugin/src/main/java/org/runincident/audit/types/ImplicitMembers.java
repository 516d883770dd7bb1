package org.runincident.audit.types;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Set;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;

/** Members that the language adds to a type. */
final class ImplicitMembers {
    private ImplicitMembers() {}

    static void add(
            TypeDeclaration<?> type,
            TypeName name,
            List<ParameterDeclaration> components,
            List<FieldDeclaration> fields,
            List<MethodDeclaration> methods) {
        Span at = DeclarationReader.span(type.getName());
        if (type instanceof RecordDeclaration declared) {
            addOfRecord(declared, name, components, fields, methods);
        } else if (type instanceof EnumDeclaration) {
            TypeName array = TypeName.resolved(name.text() + "[]");
            methods.add(method(name, "values", array, List.of(), true, at));
            methods.add(method(
                    name, "valueOf", name, List.of(new ParameterDeclaration("name", TypeName.STRING)), true, at));
        } else if (type instanceof ClassOrInterfaceDeclaration declared
                && !declared.isInterface()
                && methods.stream().noneMatch(MethodDeclaration::isConstructor)
                && !LombokMembers.addsConstructor(type)) {
            methods.add(method(name, "<init>", TypeName.VOID, List.of(), false, at));
        }
    }

    private static void addOfRecord(
            RecordDeclaration type,
            TypeName name,
            List<ParameterDeclaration> components,
            List<FieldDeclaration> fields,
            List<MethodDeclaration> methods) {
        for (int i = 0; i < components.size(); i++) {
            ParameterDeclaration component = components.get(i);
            Set<String> annotations =
                    DeclarationReader.annotations(type.getParameters().get(i).getAnnotations());
            fields.add(i, new FieldDeclaration(component.name(), component.type(), false, true, null, annotations));
            boolean declared = methods.stream()
                    .anyMatch(m ->
                            m.name().equals(component.name()) && m.parameters().isEmpty());
            if (!declared) {
                Span at = DeclarationReader.span(type.getParameters().get(i).getName());
                methods.add(method(name, component.name(), component.type(), List.of(), false, at));
            }
        }
        MethodKey canonical = DeclarationReader.key(name, "<init>", components);
        if (methods.stream().noneMatch(m -> m.key().equals(canonical))) {
            methods.add(new MethodDeclaration(
                    canonical,
                    TypeName.VOID,
                    components,
                    List.of(),
                    false,
                    false,
                    false,
                    DeclarationReader.isVarargs(type.getParameters()),
                    Set.of(),
                    DeclarationReader.span(type.getName())));
        }
    }

    /** A method nobody wrote, with a body, public, without exceptions or annotations. */
    static MethodDeclaration method(
            TypeName owner,
            String name,
            TypeName returned,
            List<ParameterDeclaration> parameters,
            boolean isStatic,
            Span at) {
        return new MethodDeclaration(
                DeclarationReader.key(owner, name, parameters),
                returned,
                parameters,
                List.of(),
                isStatic,
                false,
                false,
                false,
                Set.of(),
                at);
    }
}
