package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A retry loop fails without the error of its last attempt. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.WARNING,
        triggers = {"catch"},
        summary = "A retry loop gives up and fails without its last error")
public final class LastErrorLost implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        if (handler.fate() != Fate.LAST_ERROR_LOST) {
            return;
        }
        String exception = HandlerText.exception(handler);
        out.report(
                handler.at(),
                handler.member(),
                "The loop gives up at " + HandlerText.lastLine(handler) + " with a new exception that does not know of "
                        + exception + ".",
                "Remember " + exception
                        + " in a variable outside the loop, and give it to the new exception as its cause.",
                handler.path());
    }
}
