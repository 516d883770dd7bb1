package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A handler throws a new exception that does not keep the caught one. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.ERROR,
        triggers = {"catch"},
        summary = "A new exception is thrown in a handler without the caught one as its cause")
public final class LostCause implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        if (handler.fate() != Fate.CAUSE_LOST) {
            return;
        }
        String exception = HandlerText.exception(handler);
        out.report(
                handler.at(),
                handler.member(),
                HandlerText.subject(handler) + " throws a new exception at " + HandlerText.lastLine(handler)
                        + " without " + exception + " as its cause.",
                "Give " + exception + " to the new exception as its cause, or with `initCause` or `addSuppressed`.",
                handler.path());
    }
}
