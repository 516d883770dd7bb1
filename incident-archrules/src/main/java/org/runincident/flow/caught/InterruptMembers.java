package org.runincident.flow.caught;

import java.util.List;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Words;

/** Calls that set or look at the interrupt flag of the current thread. */
final class InterruptMembers {
    private final Program program;
    private final EventGraph graph;
    private final Definitions definitions;

    InterruptMembers(Program program, EventGraph graph, Definitions definitions) {
        this.program = program;
        this.graph = graph;
        this.definitions = definitions;
    }

    /** Whether the call answers an interruption: sets the flag again, or asks for it. */
    boolean answers(Event.Call call) {
        String name = call.method().name();
        if (name.equals("interrupt") && call.arguments().isEmpty()) {
            return isCurrentThread(call.receiver());
        }
        if (name.equals("interrupted") && !call.resultUsed()) {
            // It clears the flag: mistaken for interrupt().
            return false;
        }
        if (name.equals("interrupted") || name.equals("isInterrupted")) {
            return true;
        }
        // A helper of another library, named for what it does: restoreInterrupt(), propagateIfInterrupted(e).
        List<String> words = Words.of(name);
        return isOutOfSight(call.method())
                && (words.contains("interrupt") || words.contains("interrupted"))
                && words.size() > 1;
    }

    /** Nobody can read its body: it is not known, or stands in a jar. */
    private boolean isOutOfSight(MethodRef method) {
        return !method.isResolved()
                || !method.declaration().isAbstract()
                        && program.graph(method.declaration().key()).isEmpty();
    }

    private boolean isCurrentThread(Value receiver) {
        if (receiver == null) {
            return true;
        }
        if (receiver instanceof Value.Variable variable) {
            return variable.role() == Value.Role.RECEIVER || isAssignedCurrentThread(variable);
        }
        Event made = definitions.of(receiver);
        return made == null || isCurrentThreadCall(made);
    }

    private boolean isAssignedCurrentThread(Value.Variable variable) {
        return graph.blocks().stream()
                .flatMap(b -> b.events().stream())
                .anyMatch(e -> e instanceof Event.Copy copy
                        && copy.to().equals(variable)
                        && isCurrentThreadCall(definitions.of(copy.from())));
    }

    private static boolean isCurrentThreadCall(Event made) {
        return made instanceof Event.Call call && call.method().name().equals("currentThread");
    }
}
