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
        summary = "A pattern whose count may only fall stands there more often than before")
public final class TokenRatchet implements Rule.OfHouseItem {
    @Override
    public void judge(HouseItem item, Verdicts out) {
        if (item instanceof HouseItem.TokenRise rise) {
            String message = "`" + rise.id() + "` stands here " + times(rise.now()) + "; the baseline knows "
                    + (rise.before() == 0 ? "none" : String.valueOf(rise.before())) + ".";
            String hint = rise.tooMany()
                    ? "Take some out: more than " + rise.mostAtOnce() + " at once are not let in, whatever the reason."
                    : "Take it out again, or let it in with a word: mvn incident:accept.";
            out.report(rise.at(), null, message, hint, List.of());
        }
    }

    private static String times(int count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }
}
