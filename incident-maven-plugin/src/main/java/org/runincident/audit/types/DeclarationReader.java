package org.runincident.audit.types;

import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.List;
import java.util.Set;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.Span;
import org.runincident.code.TypeName;

/** Reads declarations out of syntax trees. */
public final class DeclarationReader {

    /**
     * The declaration of a method or constructor.
     *
     * @param owner the declaring type; anonymous and local classes have names of their own
     */
    public MethodDeclaration method(CallableDeclaration<?> callable, TypeName owner, FileNames names) {
        return new MethodDeclaration(
                new MethodKey(owner.text(), callable.getNameAsString(), List.of()),
                TypeName.UNKNOWN,
                List.of(),
                List.of(),
                callable.isStatic(),
                callable.isAbstract(),
                callable.isPrivate(),
                false,
                Set.of(),
                Span.NONE);
    }
}
