package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import org.runincident.code.Quoted;
import org.runincident.inventory.StatusTurn;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** What ended badly is said to have ended well, or says less about why, on the same way through the code. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.STATUS,
        severity = Severity.WARNING,
        summary = "A failure is overwritten by a success, or its reason by a weaker one, without a look at it")
public final class TerminalStatusOverwritten implements Rule.OfStatusTurn {

    @Override
    public void judge(StatusTurn turn, Verdicts out) {
        if (turn.kind() == StatusTurn.Kind.WEAKENED) {
            weakened(turn, out);
        }
        if (turn.kind() != StatusTurn.Kind.OVERWRITTEN) {
            return;
        }
        out.report(
                turn.at(),
                turn.member(),
                "This " + turn.entity() + " was `" + turn.from() + "` and becomes `" + turn.to()
                        + "` all the same: the failure is gone.",
                "Leave the way with the failure (return, throw), or ask " + Quoted.of(turn.subject())
                        + " how it stands before it" + " is given an end: the first end wins.",
                turn.path());
    }

    private static void weakened(StatusTurn turn, Verdicts out) {
        int recorded = turn.path().get(0).at().span().line();
        out.report(
                turn.at(),
                turn.member(),
                "The reason of this " + turn.entity() + " is recorded in line " + recorded + " and replaced in line "
                        + turn.at().span().line() + " by \"" + turn.to() + "\", which says less.",
                "Keep what says most: add the text to the reason, or leave `" + turn.from() + "` as it is.",
                turn.path());
    }
}
