package org.runincident.flow.caught;

import java.util.Set;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.vocabulary.WordLists;

/**
 * Methods of the program that hand a callback on to a future whose failure goes on behind it
 * ({@code future.whenComplete(callback).exceptionally(this::report)}).
 */
public final class HandedCallbacks {

    private final Program program;
    private final WordLists lists;
    private final Set<String> passing;

    public HandedCallbacks(Program program, WordLists lists) {
        this.program = program;
        this.lists = lists;
        this.passing = lists.words("passingErrorCallbacks");
    }

    /** Whether the method that a callback is given to lets it see the failure pass, and somebody else is given it. */
    public boolean failureGoesOn(Handler handler) {
        MethodRef method = handler.callback();
        return method != null
                && method.isResolved()
                && !passing.contains(method.name())
                && program.graph(method.declaration().key())
                        .filter(this::letsPass)
                        .isPresent();
    }

    private boolean letsPass(EventGraph body) {
        AsyncChains chains = new AsyncChains(body, lists);
        return body.blocks().stream()
                .flatMap(block -> block.events().stream())
                .anyMatch(event -> event instanceof Event.Call call
                        && passing.contains(call.method().name())
                        && call.arguments().stream().anyMatch(body.parameters()::contains)
                        && chains.failureGoesOn(call));
    }
}
