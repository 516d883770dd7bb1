package org.runincident.audit;

import java.util.Set;
import java.util.function.Predicate;
import org.runincident.audit.ratchet.Scope;
import org.runincident.code.Declarations;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;

/** What was judged of a module. */
final class JudgedScope implements Scope {
    private final AuditModule module;
    private final Set<String> unjudged;
    private final Set<String> members;
    private final Declarations declarations;
    private final Predicate<String> isOn;

    /** @param isOn whether a rule is on in the module */
    JudgedScope(AuditModule module, Judged judged, Declarations declarations, Predicate<String> isOn) {
        this.module = module;
        this.unjudged = judged.unjudged();
        this.members = judged.members();
        this.declarations = declarations;
        this.isOn = isOn;
    }

    @Override
    public boolean judged(String file, String rule) {
        return !unjudged.contains(file)
                && isOn.test(rule)
                && module.config().covers(rule, module.directory().resolve(file));
    }

    @Override
    public boolean exists(String member) {
        int hash = member.indexOf('#');
        // Initializers, lambdas and anonymous classes are in no declaration: look among the bodies.
        return hash < 0 || members.contains(member) || isDeclared(member, member.substring(0, hash));
    }

    private boolean isDeclared(String member, String owner) {
        return declarations
                .type(TypeName.resolved(owner))
                .map(type -> type.methods().stream()
                        .map(MethodDeclaration::key)
                        .anyMatch(key -> key.signature().equals(member)))
                .orElse(false);
    }
}
