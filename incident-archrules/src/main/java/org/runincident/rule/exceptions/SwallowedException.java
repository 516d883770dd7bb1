package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A broad exception is dropped, or any exception by a handler that does nothing. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.ERROR,
        triggers = {"catch"},
        summary = "A caught exception disappears: nobody logs, stores or throws it")
public final class SwallowedException implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        boolean dropped = handler.fate() == Fate.DROPPED && handler.broad();
        if (!HandlerText.isCatch(handler) || !dropped && handler.fate() != Fate.EMPTY) {
            return;
        }
        String exception = HandlerText.exception(handler);
        out.report(
                handler.at(),
                handler.member(),
                HandlerText.subject(handler) + what(handler, exception),
                "Throw it on, wrap it as a cause, hand it to whoever waits for the result, or log it with " + exception
                        + " as the last argument; if it may be dropped, say why in a comment.",
                handler.path());
    }

    private static String what(ExceptionHandler handler, String exception) {
        if (handler.fate() != Fate.EMPTY) {
            return " drops the exception: nothing is done with " + exception + HandlerText.where(handler) + ".";
        }
        return handler.path().stream().anyMatch(step -> step.text().equals("nobody looks at the answer"))
                ? " asks " + exception + ", and nobody looks at the answer: the exception disappears."
                : " is empty: the exception disappears.";
    }
}
