package org.runincident.rule.house;

import com.google.auto.service.AutoService;
import java.util.List;
import org.runincident.rule.Family;
import org.runincident.rule.HouseItem;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** An allowance in the source that does not say why. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.HOUSE,
        severity = Severity.WARNING,
        triggers = {"incident", "incidentallowed"},
        summary = "A finding is allowed without a reason, so it is not allowed")
public final class SuppressionWithoutRationale implements Rule.OfHouseItem {

    @Override
    public void judge(HouseItem item, Verdicts out) {
        if (item instanceof HouseItem.UnfoundedAllowance allowance) {
            String said = allowance.because().isBlank()
                    ? "does not say why"
                    : "says \"" + allowance.because() + "\", which is no reason";
            out.report(
                    allowance.at(),
                    null,
                    "This allowance of `" + allowance.rule() + "` " + said + ", so it does not count.",
                    "Write for the next reader: because <what makes this safe>.",
                    List.of());
        }
    }
}
