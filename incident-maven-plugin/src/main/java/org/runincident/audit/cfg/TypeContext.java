package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.List;
import org.runincident.code.TypeName;

/**
 * A type whose bodies are lowered.
 *
 * @param name qualified; {@code Outer.method$1} for anonymous classes
 * @param outer the type around it; null for top-level types
 * @param node its declaration, creation expression, or enum constant
 * @param supertypes superclass first
 * @param captured what is in sight where a local or anonymous class stands; null for others
 * @param local whether it is a local or anonymous class, or inside one
 */
record TypeContext(
        TypeName name,
        TypeContext outer,
        Node node,
        List<BodyDeclaration<?>> members,
        List<TypeName> supertypes,
        Scope captured,
        boolean local) {}
