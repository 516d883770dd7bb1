package org.runincident.rule.variants;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.runincident.inventory.Step;
import org.runincident.inventory.VariantMirror;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** Two things that must list the same variants do not. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.VARIANTS,
        severity = Severity.ERROR,
        triggers = {
            "switch",
            "mirrorsvariants",
            "jsonsubtypes",
            "status",
            "state",
            "outcome",
            "result",
            "phase",
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
        summary = "Two lists that must hold the same variants do not")
public final class VariantMirrorDrift implements Rule.OfMirror {

    @Override
    public void judge(VariantMirror mirror, Verdicts out) {
        String type = "`" + mirror.of().simple() + "`";
        String message;
        String hint;
        if (!mirror.crossed().isEmpty()) {
            message = "This switch maps " + type + " to `" + mirror.list() + "` by name, but "
                    + ConsumerText.names(mirror.crossed()) + ".";
            hint = "Map it to its namesake, or say why not.";
        } else {
            List<String> parts = new ArrayList<>();
            if (!mirror.missing().isEmpty()) {
                parts.add("lacks " + ConsumerText.names(mirror.missing()));
            }
            if (!mirror.extra().isEmpty()) {
                parts.add("has " + ConsumerText.names(mirror.extra()) + " that " + type + " does not have");
            }
            message = "This " + mirror.list() + " must list the variants of " + type + ", but "
                    + String.join(" and ", parts) + ".";
            hint = mirror.missing().isEmpty()
                    ? "Take out what is gone, or correct its name."
                    : "Add the missing ones, so that none of them falls through.";
        }
        List<Step> path = new ArrayList<>();
        path.add(new Step(mirror.at(), "the list"));
        if (mirror.declaredAt() != null) {
            path.add(new Step(mirror.declaredAt(), "the variants are declared here"));
        }
        out.report(mirror.at(), mirror.member(), message, hint, path);
    }
}
