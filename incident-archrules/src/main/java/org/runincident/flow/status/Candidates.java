package org.runincident.flow.status;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.flow.sql.RowStatements;
import org.runincident.vocabulary.Vocabulary;

/** Which methods are worth following: those that name a bad end, write a slot that matters, or call one that does. */
final class Candidates {

    private final StatusTypes types;
    private final Vocabulary vocabulary;
    private final Map<String, Boolean> namedLikeOne = new ConcurrentHashMap<>();

    Candidates(StatusTypes types) {
        this.types = types;
        this.vocabulary = types.vocabulary();
    }

    /** Whether the body itself does something that matters, its callees left aside. */
    boolean matters(EventGraph graph) {
        if (choosesStatus(graph.method())) {
            return true;
        }
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (matters(event)) {
                    return true;
                }
            }
        }
        return !RowStatements.of(graph, vocabulary.statuses()::isStatusName).isEmpty();
    }

    /** {@code max(status, other)}: what is handed in may be what is handed out. */
    private boolean choosesStatus(MethodDeclaration method) {
        return types.isStatus(method.returnType())
                && method.parameters().stream()
                        .anyMatch(parameter -> parameter.type().equals(method.returnType()));
    }

    private boolean matters(Event event) {
        if (event instanceof Event.Put put) {
            return types.holdsStatus(put.field(), put.fieldType())
                    || types.slot(put.field(), put.fieldType()) != Reason.Level.NONE
                    || isBadEnd(put.value());
        }
        if (event instanceof Event.Create create
                && (types.carriesStatus(create.type()) || types.stateObjects().isBadEnd(create.type()))) {
            return true;
        }
        if (event instanceof Event.Call call
                && (namedLikeOne.computeIfAbsent(call.method().name(), this::isNamedLikeOne) || keepsException(call))) {
            return true;
        }
        for (Value value : Uses.of(event)) {
            if (isBadEnd(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedLikeOne(String name) {
        return vocabulary.statuses().isSetter(name)
                || vocabulary.reasons().isRecorder(name)
                || vocabulary.transitions().isTransition(name);
    }

    /** {@code failures.add(problem)}. */
    private boolean keepsException(Event.Call call) {
        return Accessors.isFiller(call.method().name())
                && call.arguments().stream().anyMatch(argument -> types.isThrowable(argument.type()));
    }

    private boolean isBadEnd(Value value) {
        if (value instanceof Value.Constant constant) {
            return types.isBadEnd(Atom.of(constant));
        }
        return value instanceof Value.Literal literal
                && literal.type().equals(TypeName.STRING)
                && types.isBadEnd(Atom.of(literal));
    }
}
