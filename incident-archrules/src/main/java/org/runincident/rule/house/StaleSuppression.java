package org.runincident.rule.house;

import com.google.auto.service.AutoService;
import java.util.List;
import org.runincident.rule.Family;
import org.runincident.rule.HouseItem;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** An allowance in the source that allows nothing any more. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.HOUSE,
        severity = Severity.WARNING,
        triggers = {"incident", "incidentallowed"},
        summary = "An allowance allows nothing any more")
public final class StaleSuppression implements Rule.OfHouseItem {

    @Override
    public void judge(HouseItem item, Verdicts out) {
        if (!(item instanceof HouseItem.IdleAllowance allowance)) {
            return;
        }
        if (allowance.known()) {
            out.report(
                    allowance.at(),
                    null,
                    "`" + allowance.rule() + "` finds nothing here any more.",
                    "Take the allowance out, so that it does not hide the next finding.",
                    List.of());
        } else {
            out.report(
                    allowance.at(),
                    null,
                    "No rule is called `" + allowance.rule() + "`.",
                    allowance.nearest().isEmpty()
                            ? "All rules: mvn incident:explain."
                            : "Did you mean " + allowance.nearest() + "?",
                    List.of());
        }
    }
}
