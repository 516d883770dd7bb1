package org.runincident.rule.variants;

import com.google.auto.service.AutoService;
import org.runincident.inventory.OutcomeConsumer;
import org.runincident.inventory.OutcomeConsumer.Form;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A default does real work for variants nobody named, and will do it for the next one too. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.VARIANTS,
        severity = Severity.WARNING,
        triggers = {
            "switch",
            "status",
            "state",
            "outcome",
            "result",
            "phase",
            "verdict",
            "decision",
            "action",
            "policy",
            "tolerance",
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
            "lifecycle",
            "visitor",
            "instanceof"
        },
        summary = "A default or else does real work for variants nobody named")
public final class DefaultHidesVariants implements Rule.OfConsumer {

    @Override
    public void judge(OutcomeConsumer consumer, Verdicts out) {
        boolean hides = consumer.rest() == Treatment.WORKS
                || consumer.form() == Form.VISITOR && consumer.rest() == Treatment.NOTHING;
        if (ConsumerText.isDeliberate(consumer) || consumer.form() == Form.REGISTRY || !hides) {
            return;
        }
        String rest = ConsumerText.rest(consumer);
        String taken = "takes " + ConsumerText.names(consumer.missing());
        out.report(
                consumer.at(),
                consumer.member(),
                Character.toUpperCase(rest.charAt(0)) + rest.substring(1) + " " + taken + " of `"
                        + consumer.outcome().simple() + "`, and whatever is added next, without a word."
                        + ConsumerText.outside(consumer),
                consumer.form() == Form.VISITOR
                        ? "Override it for each of them, or leave the visitor's methods abstract, so that the next variant stands"
                                + " out."
                        : "Name them beside the others, so that the next variant stands out.",
                ConsumerText.path(consumer, rest + " " + taken));
    }
}
