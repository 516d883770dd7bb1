package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A specific exception is answered by a substitute value, a fallback or a log line without it. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.WARNING,
        thorough = true,
        triggers = {"catch"},
        summary = "A specific exception is answered by a substitute, and is itself dropped")
public final class DiscardedNarrowException implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        if (!HandlerText.isCatch(handler) || handler.broad() || handler.fate() != Fate.DROPPED) {
            return;
        }
        out.report(
                handler.at(),
                handler.member(),
                HandlerText.subject(handler) + " goes on without " + HandlerText.exception(handler) + ".",
                "If the exception is the answer to a question, say so in a comment; else log it or keep it as a cause.",
                handler.path());
    }
}
