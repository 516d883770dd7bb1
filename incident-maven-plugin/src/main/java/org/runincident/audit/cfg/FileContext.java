package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.runincident.audit.source.Comments;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.types.ExpressionTypes;
import org.runincident.audit.types.FileNames;
import org.runincident.audit.types.Members;
import org.runincident.code.TypeName;
import org.runincident.flow.CatchTypes;

/** What all bodies of one file share. */
final class FileContext {
    private final ParsedFile file;
    private final FileNames names;
    private final MemberLookup members;
    private final CatchTypes exceptions;
    private final ExpressionTypes types;
    private final Deque<TypeContext> waiting = new ArrayDeque<>();
    private final Map<Node, TypeContext> localTypes = new IdentityHashMap<>();
    private final Map<String, Integer> localNames = new HashMap<>();

    FileContext(ParsedFile file, FileNames names, Members members) {
        this.file = file;
        this.names = names;
        this.members = new MemberLookup(members, names);
        this.exceptions = new CatchTypes(members.declarations());
        this.types = new ExpressionTypes(names, members);
    }

    String path() {
        return file.source().path();
    }

    Comments comments() {
        return file.comments();
    }

    FileNames names() {
        return names;
    }

    MemberLookup members() {
        return members;
    }

    CatchTypes exceptions() {
        return exceptions;
    }

    /** Types that only type arguments tell: elements, parameters of lambdas, results of generic calls. */
    ExpressionTypes types() {
        return types;
    }

    /** The erased type a type means, local classes in sight included. */
    TypeName resolve(Type type, Scope scope) {
        Type element = type;
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        if (element instanceof ClassOrInterfaceType named && named.getScope().isEmpty()) {
            TypeName local = Scope.localType(scope, named.getNameAsString());
            if (local != null) {
                return TypeName.resolved(local.text() + "[]".repeat(type.getArrayLevel()));
            }
        }
        return names.resolve(type);
    }

    /** The next type whose bodies are to be lowered; null when there is none. */
    TypeContext next() {
        return waiting.poll();
    }

    /** Takes in a type of the file. */
    TypeContext enter(TypeContext type) {
        members.add(type);
        waiting.add(type);
        return type;
    }

    /**
     * Takes in a local or anonymous class, once even when the code around it is copied.
     *
     * @param member the method or field it stands in
     * @param name empty for an anonymous class
     */
    TypeContext enterLocal(
            Node node,
            TypeContext outer,
            String member,
            String name,
            List<BodyDeclaration<?>> body,
            List<TypeName> supertypes,
            Scope captured) {
        TypeContext known = localTypes.get(node);
        if (known != null) {
            return known;
        }
        TypeName own = node instanceof TypeDeclaration<?> declared
                ? names.nameOf(declared)
                : TypeName.resolved(numbered(outer.name().text() + "." + member + "$"));
        Scope inside = name.isEmpty() ? captured : new Scope(captured, name, null, own);
        TypeContext type = new TypeContext(own, outer, node, body, supertypes, inside, true);
        localTypes.put(node, type);
        return enter(type);
    }

    private String numbered(String base) {
        return base + localNames.merge(base, 1, Integer::sum);
    }
}
