package org.runincident.rule.house;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
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
        summary = "The variants of a locked type changed and nobody said so")
public final class VariantLock implements Rule.OfHouseItem {
    @Override
    public void judge(HouseItem item, Verdicts out) {
        if (item instanceof HouseItem.VariantChange change) {
            List<String> changes = new ArrayList<>();
            if (!change.added().isEmpty()) {
                changes.add("has " + String.join(", ", change.added()) + " now");
            }
            if (!change.removed().isEmpty()) {
                changes.add("lost " + String.join(", ", change.removed()));
            }
            String tell = change.consumers().isEmpty()
                    ? ""
                    : " Tell those who read it: " + String.join(", ", change.consumers()) + ".";
            out.report(
                    change.at(),
                    null,
                    "`" + simple(change.type()) + "` is locked, and " + String.join(" and ", changes) + ".",
                    "Acknowledge it in the same change: mvn incident:accept." + tell,
                    List.of());
        }
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
