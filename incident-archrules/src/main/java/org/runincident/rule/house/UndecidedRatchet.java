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
        summary = "More sites of a status cannot be decided than before")
public final class UndecidedRatchet implements Rule.OfHouseItem {
    @Override
    public void judge(HouseItem item, Verdicts out) {
        if (item instanceof HouseItem.UndecidedRise rise) {
            out.report(
                    rise.at(),
                    null,
                    "`" + rise.entity() + "` has " + rise.now() + (rise.now() == 1 ? " site" : " sites")
                            + " that cannot be decided; the baseline knows "
                            + (rise.before() == 0 ? "none" : String.valueOf(rise.before())) + ".",
                    "Write the status where its reason can be followed, or let the rise in with a word: mvn incident:accept.",
                    List.of());
        }
    }
}
