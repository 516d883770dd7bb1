package org.runincident.audit.cfg;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Type and record patterns: what they test, and the variables they bind. */
final class Patterns {
    private final Body body;

    Patterns(Body body) {
        this.body = body;
    }

    /** The type a pattern tests for. */
    TypeName type(Expression pattern) {
        if (pattern instanceof RecordPatternExpr record) {
            return body.resolve(record.getType());
        }
        return pattern instanceof TypePatternExpr typed && !typed.getType().isVarType()
                ? body.resolve(typed.getType())
                : TypeName.UNKNOWN;
    }

    /** Whether a value of the pattern's type always matches: no part of it tests for more than the part's own type. */
    boolean isTotal(Expression pattern) {
        return !(pattern instanceof RecordPatternExpr record) || partsAreTotal(record);
    }

    private boolean partsAreTotal(RecordPatternExpr record) {
        List<TypeName> declared = componentTypes(body.resolve(record.getType()));
        for (int i = 0; i < record.getPatternList().size(); i++) {
            ComponentPatternExpr part = record.getPatternList().get(i);
            if (part instanceof RecordPatternExpr) {
                return false;
            }
            if (part instanceof TypePatternExpr typed && !typed.getType().isVarType()) {
                TypeName component = i < declared.size() ? declared.get(i) : TypeName.UNKNOWN;
                boolean same = body.resolve(typed.getType()).equals(component)
                        || body.file.members().isSubtype(component, body.resolve(typed.getType()));
                if (!same) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Writes the variables of a pattern that matched. */
    void bind(Expression pattern, Value subject) {
        if (pattern instanceof TypePatternExpr typed) {
            Value.Variable variable =
                    body.declareLocal(typed.getNameAsString(), boundType(typed.getType(), subject.type()));
            body.copy(variable, subject, Spans.of(pattern));
        } else if (pattern instanceof RecordPatternExpr record) {
            TypeName owner = body.resolve(record.getType());
            List<ParameterDeclaration> components = body.file.members().components(owner);
            for (int i = 0; i < record.getPatternList().size(); i++) {
                ComponentPatternExpr part = record.getPatternList().get(i);
                String name = i < components.size() ? components.get(i).name() : "component" + i;
                TypeName type = i < components.size() ? components.get(i).type() : TypeName.UNKNOWN;
                Span at = Spans.of(part);
                Value.Temp component = body.graph.temp(type);
                body.cursor.emit(new Event.Get(component, subject, owner, name, at));
                bind(part, component);
            }
        }
    }

    private TypeName boundType(Type written, TypeName subject) {
        return written.isVarType() ? subject : body.resolve(written);
    }

    private List<TypeName> componentTypes(TypeName record) {
        return body.file.members().components(record).stream()
                .map(ParameterDeclaration::type)
                .toList();
    }
}
