package org.runincident.rule.house;

import com.google.auto.service.AutoService;
import java.util.List;
import org.runincident.rule.Family;
import org.runincident.rule.HouseItem;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** See {@link RuleInfo}. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.HOUSE,
        severity = Severity.ERROR,
        summary = "A generated file or a registry is behind what it is made from")
public final class StaleArtifact implements Rule.OfHouseItem {
    @Override
    public void judge(HouseItem item, Verdicts out) {
        if (item instanceof HouseItem.StaleFile stale) {
            out.report(stale.at(), null, "`" + stale.file() + "` " + stale.problem() + ".", stale.hint(), List.of());
        }
    }
}
