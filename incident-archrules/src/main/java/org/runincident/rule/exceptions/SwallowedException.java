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
                handler.fate() == Fate.EMPTY
                        ? HandlerText.subject(handler) + " is empty: the exception disappears."
                        : HandlerText.subject(handler) + " drops the exception: nothing is done with " + exception
                                + HandlerText.where(handler) + ".",
                "Throw it on, wrap it as a cause, hand it to whoever waits for the result, or log it with " + exception
                        + " as the last argument; if it may be dropped, say why in a comment.",
                handler.path());
    }
}
