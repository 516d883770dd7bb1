package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** Only the message of an exception survives, in a log. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.WARNING,
        triggers = {"catch"},
        summary = "Only the text of an exception is logged; its stack trace and causes are lost")
public final class MessageOnlyException implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        if (handler.fate() != Fate.MESSAGE_ONLY) {
            return;
        }
        String exception = HandlerText.exception(handler);
        boolean printed = handler.path().stream().anyMatch(step -> step.text().startsWith("printed"));
        out.report(
                handler.at(),
                handler.member(),
                printed
                        ? HandlerText.subject(handler) + " prints " + exception + " to the console; no log has it."
                        : HandlerText.subject(handler) + " logs text of " + exception
                                + " only; stack trace and causes are lost.",
                "Give " + exception + " itself to the logger, as the last argument.",
                handler.path());
    }
}
