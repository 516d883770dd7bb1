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
@RuleInfo(family = Family.HOUSE, severity = Severity.ERROR, summary = "A rule finds more that is let stand than before")
public final class RuleRatchet implements Rule.OfHouseItem {
    @Override
    public void judge(HouseItem item, Verdicts out) {
        if (item instanceof HouseItem.RuleRise rise) {
            String message = "`" + rise.rule() + "` is let stand in " + rise.now()
                    + (rise.now() == 1 ? " place" : " places") + ", allowed in the source or known to the baseline;"
                    + " the baseline counts " + (rise.before() == 0 ? "none" : String.valueOf(rise.before())) + ".";
            String hint = rise.tooMany()
                    ? "Mend some: more than " + rise.mostAtOnce() + " at once are not let in, whatever the reason."
                    : "Mend one, or let the rise in with a word: mvn incident:accept.";
            out.report(rise.at(), null, message, hint, List.of());
        }
    }
}
