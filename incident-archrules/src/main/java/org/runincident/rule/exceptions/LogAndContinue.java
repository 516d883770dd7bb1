package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A broad catch that only logs. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.WARNING,
        thorough = true,
        triggers = {"catch"},
        summary = "A broad exception is logged, and the code goes on as if nothing had happened")
public final class LogAndContinue implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        if (!HandlerText.isCatch(handler)
                || !handler.broad()
                || handler.fate() != Fate.LOGGED
                || !handler.rationale().isEmpty()) {
            return;
        }
        out.report(
                handler.at(),
                handler.member(),
                HandlerText.subject(handler) + " only logs" + level(handler) + ", and the code goes on.",
                "Let the result say that it failed, or throw on; at a border that must go on, say so in a comment.",
                handler.path());
    }

    private static String level(ExceptionHandler handler) {
        return handler.logLevel().isEmpty() ? "" : " (" + handler.logLevel() + ")";
    }
}
