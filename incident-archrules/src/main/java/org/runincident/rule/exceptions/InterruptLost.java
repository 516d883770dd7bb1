package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** An interruption ends in a handler that neither sets the flag again nor throws it on. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.ERROR,
        triggers = {"catch", "throws"},
        summary = "An interruption ends without a trace: the thread's flag is not set again")
public final class InterruptLost implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        if (handler.fate() == Fate.CONTROL_FLOW_LOST) {
            steering(handler, out);
        }
        if (handler.fate() != Fate.INTERRUPT_LOST) {
            return;
        }
        boolean named = !handler.broad();
        out.report(
                handler.at(),
                handler.member(),
                named
                        ? "The interruption ends in " + HandlerText.subject(handler)
                                + ": the thread's interrupt flag is not set again."
                        : HandlerText.subject(handler)
                                + " also takes interruptions, and the thread's interrupt flag is not set again.",
                named
                        ? "First call `Thread.currentThread().interrupt()`, then return or throw; or declare"
                                + " `InterruptedException` and let it pass."
                        : "Catch `InterruptedException` before it: first call `Thread.currentThread().interrupt()`, then"
                                + " return or throw.",
                handler.path());
    }

    /** An exception that the project names as one that steers its control flow: no flag stands for it. */
    private static void steering(ExceptionHandler handler, Verdicts out) {
        out.report(
                handler.at(),
                handler.member(),
                HandlerText.subject(handler) + " takes an exception that steers the control flow ("
                        + handler.path().get(0).text() + "), and does not throw it on.",
                "Catch it before, and throw it on as it is.",
                handler.path());
    }
}
