package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.DroppedFuture;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A future in which a failure can be stored is dropped. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.WARNING,
        triggers = {
            "submit",
            "async",
            "future",
            "stage",
            "mono",
            "flux",
            "uni",
            "multi",
            "single",
            "completable",
            "observable",
            "flowable",
            "maybe",
            "then"
        },
        summary = "A future is dropped although a failure can be stored in it")
public final class UnobservedFuture implements Rule.OfFuture {

    @Override
    public void judge(DroppedFuture future, Verdicts out) {
        String type = "`" + future.type().simple() + "`";
        String message = switch (future.kind()) {
            case TASK ->
                "Nobody looks at the " + type + " of `" + future.method()
                        + "`: an exception of the task is stored there and never seen.";
            case STAGE ->
                "Nobody looks at the " + type + " of `" + future.method() + "`: a failure stored there is never seen.";
            case PUBLISHER ->
                "Nobody subscribes to the " + type + " of `" + future.method() + "`: its work is never done.";
        };
        String hint = switch (future.kind()) {
            case TASK -> "Catch and log in the task itself, use `execute`, or keep the future and ask it.";
            case STAGE ->
                "Keep or return it, or end the chain with `whenComplete` or `exceptionally` and use the failure.";
            case PUBLISHER -> "Return it, or subscribe to it with an error consumer.";
        };
        out.report(future.at(), future.member(), message, hint, future.path());
    }
}
