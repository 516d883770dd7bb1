package org.runincident.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.runincident.code.Place;
import org.runincident.code.Quoted;
import org.runincident.flow.Program;
import org.runincident.flow.status.StatusAnalysis;
import org.runincident.flow.status.Trail;
import org.runincident.flow.status.Turn;

/** Lists the statuses that go a wrong way. */
final class StatusTurns {

    private StatusTurns() {}

    /** In the audited files, sorted by place. */
    static List<StatusTurn> of(Program program, StatusAnalysis.Found analysis) {
        List<StatusTurn> found = new ArrayList<>();
        analysis.turns()
                .forEach((method, turns) -> turns.stream()
                        .filter(turn -> program.isAudited(turn.graph().file()))
                        .forEach(turn -> found.add(new StatusTurn(
                                new Place(turn.graph().file(), turn.at()),
                                method,
                                StatusTurn.Kind.valueOf(turn.kind().name()),
                                turn.entity().isUnknown()
                                        ? "run"
                                        : turn.entity().simple(),
                                turn.subject(),
                                turn.from(),
                                turn.to(),
                                turn.way(),
                                path(turn)))));
        found.sort(Comparator.comparing(StatusTurn::at).thenComparing(StatusTurn::kind));
        return List.copyOf(found);
    }

    private static List<Step> path(Turn turn) {
        String file = turn.graph().file();
        List<Step> steps = new ArrayList<>();
        for (Trail step : turn.path()) {
            if (step.kind() != Trail.Kind.END && step.kind() != Trail.Kind.BRANCH) {
                steps.add(new Step(new Place(file, step.at()), step.text()));
            }
        }
        String last = last(turn);
        if (!last.isEmpty()) {
            steps.add(new Step(new Place(file, turn.at()), last));
        }
        return steps;
    }

    private static String last(Turn turn) {
        String subject = Quoted.of(turn.subject());
        return switch (turn.kind()) {
            case OVERWRITTEN -> subject + " becomes " + turn.to() + " all the same";
            case WEAKENED -> "`" + turn.from() + "` of " + subject + " becomes \"" + turn.to() + "\"";
            case LEFT_RUNNING -> subject + " is still " + turn.from() + " after this";
            case ROUND_TRANSITION, BY_DEFAULT -> "";
        };
    }
}
