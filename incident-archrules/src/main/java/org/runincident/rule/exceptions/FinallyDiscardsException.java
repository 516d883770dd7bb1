package org.runincident.rule.exceptions;

import com.google.auto.service.AutoService;
import org.runincident.inventory.FinallyLeap;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A jump out of {@code finally} loses the exception in flight. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.EXCEPTIONS,
        severity = Severity.ERROR,
        triggers = {"finally"},
        summary = "A jump out of finally loses the exception that is in flight")
public final class FinallyDiscardsException implements Rule.OfFinallyLeap {

    @Override
    public void judge(FinallyLeap leap, Verdicts out) {
        out.report(
                leap.at(),
                leap.member(),
                "`" + leap.keyword() + "` leaves the `finally` block: an exception in flight is lost.",
                leap.keyword().equals("throw")
                        ? "Catch the failure of the cleanup, and add it to the first exception with `addSuppressed`."
                        : "Move the `" + leap.keyword() + "` behind the `try` statement.",
                leap.path());
    }
}
