package org.runincident.audit.types;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithExtends;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.runincident.audit.types.Generics.Signature;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;

/** Reads the generic side of a declaration out of its syntax tree. */
final class SourceGenerics {
    private final FileNames names;
    private final org.runincident.code.TypeDeclaration declared;
    private final Map<String, GenericType> fields = new HashMap<>();
    private final Map<MethodKey, Signature> methods = new HashMap<>();

    private SourceGenerics(FileNames names, org.runincident.code.TypeDeclaration declared) {
        this.names = names;
        this.declared = declared;
    }

    /** @param declared what was read out of the same tree */
    static Generics of(TypeDeclaration<?> type, org.runincident.code.TypeDeclaration declared, FileNames names) {
        return new SourceGenerics(names, declared).read(type);
    }

    private Generics read(TypeDeclaration<?> type) {
        for (FieldDeclaration field : type.getFields()) {
            for (VariableDeclarator variable : field.getVariables()) {
                add(variable.getNameAsString(), names.generic(variable.getType()));
            }
        }
        if (type instanceof RecordDeclaration declaration) {
            declaration.getParameters().forEach(p -> add(p.getNameAsString(), generic(p)));
        }
        type.getMembers().forEach(member -> {
            if (member instanceof CallableDeclaration<?> callable) {
                add(callable);
            }
        });
        addImplied();
        List<GenericType> supertypes = new ArrayList<>();
        if (type instanceof NodeWithExtends<?> node) {
            add(node.getExtendedTypes(), supertypes);
        }
        if (type instanceof NodeWithImplements<?> node) {
            add(node.getImplementedTypes(), supertypes);
        }
        List<String> parameters = type instanceof NodeWithTypeParameters<?> node ? variables(node) : List.of();
        Generics read = new Generics(parameters, supertypes, fields, methods);
        return read.isEmpty() ? Generics.NONE : read;
    }

    private static List<String> variables(NodeWithTypeParameters<?> node) {
        return node.getTypeParameters().stream()
                .map(TypeParameter::getNameAsString)
                .toList();
    }

    private void add(NodeList<ClassOrInterfaceType> written, List<GenericType> supertypes) {
        for (ClassOrInterfaceType type : written) {
            if (type.getTypeArguments().isPresent()) {
                supertypes.add(names.generic(type));
            }
        }
    }

    private void add(String field, GenericType type) {
        if (type.isVariable() || !type.arguments().isEmpty()) {
            fields.put(field, type);
        }
    }

    private GenericType generic(Parameter parameter) {
        GenericType type = names.generic(parameter.getType());
        return parameter.isVarArgs() ? GenericType.arrayOf(type) : type;
    }

    private void add(CallableDeclaration<?> callable) {
        MethodDeclaration method = callable instanceof MethodDeclaration m ? m : null;
        List<GenericType> parameters =
                callable.getParameters().stream().map(this::generic).toList();
        GenericType returned = method == null ? GenericType.UNKNOWN : names.generic(method.getType());
        Signature signature = new Signature(variables(callable), parameters, returned);
        if (signature.isGeneric()) {
            List<String> types =
                    parameters.stream().map(p -> p.erased().simple()).toList();
            String name = method == null ? "<init>" : method.getNameAsString();
            methods.put(new MethodKey(declared.name().text(), name, types), signature);
        }
    }

    /** Accessors and constructors that nobody wrote are as generic as the fields they are made from. */
    private void addImplied() {
        for (org.runincident.code.MethodDeclaration method : declared.methods()) {
            if (methods.containsKey(method.key()) || fields.isEmpty()) {
                continue;
            }
            GenericType returned = fieldOf(method);
            List<GenericType> parameters =
                    method.parameters().stream().map(this::generic).toList();
            Signature signature = new Signature(List.of(), parameters, returned);
            if (signature.isGeneric()) {
                methods.put(method.key(), signature);
            }
        }
    }

    private GenericType fieldOf(org.runincident.code.MethodDeclaration method) {
        String name = method.name();
        GenericType accessed = fields.get(name);
        if (accessed == null && name.startsWith("get") && name.length() > 3) {
            accessed = fields.get(Character.toLowerCase(name.charAt(3)) + name.substring(4));
        }
        boolean fits = accessed != null
                && method.parameters().isEmpty()
                && accessed.erased().equals(method.returnType());
        return fits ? accessed : GenericType.of(method.returnType());
    }

    private GenericType generic(ParameterDeclaration parameter) {
        GenericType field = fields.get(parameter.name());
        return field != null && field.erased().equals(parameter.type()) ? field : GenericType.of(parameter.type());
    }
}
