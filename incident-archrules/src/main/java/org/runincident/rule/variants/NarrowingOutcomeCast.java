package org.runincident.rule.variants;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.runincident.inventory.OutcomeCast;
import org.runincident.inventory.Step;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** An outcome is cast to some of its variants, and nothing before it asks which one it is. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.VARIANTS,
        severity = Severity.ERROR,
        triggers = {
            "status",
            "state",
            "outcome",
            "result",
            "phase",
            "verdict",
            "decision",
            "action",
            "success",
            "succeeded",
            "failure",
            "failed",
            "states",
            "resolution",
            "disposition",
            "progress",
            "health",
            "completion",
            "conclusion",
            "lifecycle"
        },
        summary = "An outcome is cast to some of its variants without a check")
public final class NarrowingOutcomeCast implements Rule.OfCast {

    @Override
    public void judge(OutcomeCast cast, Verdicts out) {
        if (cast.checked()) {
            return;
        }
        String names = ConsumerText.names(cast.excluded());
        List<Step> path = new ArrayList<>();
        path.add(new Step(cast.at(), "cast from `" + cast.outcome().simple() + "`, unchecked"));
        if (cast.declaredAt() != null) {
            path.add(new Step(cast.declaredAt(), "its variants are declared here"));
        }
        out.report(
                cast.at(),
                cast.member(),
                "This cast to `" + cast.target().simple() + "` crashes for " + names + " of `"
                        + cast.outcome().simple() + "`, and nothing before it asks.",
                "Ask with `instanceof " + cast.target().simple() + "` (or a switch), and say what happens to the rest.",
                path);
    }
}
