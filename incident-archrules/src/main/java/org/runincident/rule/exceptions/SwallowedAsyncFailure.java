package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A handler of an asynchronous failure drops it. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.ERROR,
        triggers = {
            "exceptionally",
            "handle",
            "complete",
            "error",
            "failure",
            "recover",
            "otherwise",
            "callback",
            "subscribe",
            "uncaught",
            "caught",
            "completion",
            "failed",
            "throwable",
            "listener",
            "send",
            "try"
        },
        summary = "A handler of an asynchronous failure drops it")
public final class SwallowedAsyncFailure implements Rule.OfHandler {

    @Override
    public void judge(ExceptionHandler handler, Verdicts out) {
        boolean dropped = handler.fate() == Fate.DROPPED && handler.broad() || handler.fate() == Fate.EMPTY;
        if (HandlerText.isCatch(handler) || !dropped) {
            return;
        }
        String name = handler.callback();
        String message = handler.variable().isEmpty()
                ? "`" + name + "` puts a value in the place of a failure, and nobody has looked at the failure."
                : HandlerText.callback(handler) + " drops the failure `" + handler.variable() + "`.";
        out.report(handler.at(), handler.member(), message, hint(name), handler.path());
    }

    private static String hint(String name) {
        return name.equals("onErrorContinue")
                ? "It reaches operators upstream, too: resume inside of the inner publisher instead, and log the failure there."
                : "Use the failure: log it, wrap it, hand it on; or look at it earlier in the chain.";
    }
}
