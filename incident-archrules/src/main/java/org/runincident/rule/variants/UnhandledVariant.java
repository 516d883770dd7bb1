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

/** A variant is left out, and for it nothing happens, or the code crashes or complains at run time. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.VARIANTS,
        severity = Severity.ERROR,
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
            "instanceof"
        },
        summary = "A switch or if chain over an outcome leaves variants out")
public final class UnhandledVariant implements Rule.OfConsumer {

    @Override
    public void judge(OutcomeConsumer consumer, Verdicts out) {
        boolean another = consumer.form() == Form.REGISTRY || consumer.form() == Form.VISITOR;
        if (another
                || ConsumerText.isDeliberate(consumer)
                || consumer.rest() == Treatment.WORKS
                || isFairToForeigner(consumer)) {
            return;
        }
        boolean one = consumer.missing().size() == 1;
        String type = "`" + consumer.outcome().simple() + "`";
        String pronoun = one ? "it" : "them";
        String happens = switch (consumer.rest()) {
            case THROWS -> ConsumerText.rest(consumer) + " throws for " + pronoun + " at run time";
            case LOGS -> ConsumerText.rest(consumer) + " only logs for " + pronoun;
            case NOTHING, WORKS, IMPOSSIBLE -> "nothing happens for " + pronoun;
        };
        out.report(
                consumer.at(),
                consumer.member(),
                "This " + ConsumerText.form(consumer) + " leaves out " + leftOut(consumer) + " of " + type + "; "
                        + happens + "."
                        + ConsumerText.outside(consumer),
                "Name " + (one ? "it" : "each of them")
                        + " in an arm of its own, also where there is nothing to do, and say why not.",
                ConsumerText.path(consumer, ConsumerText.rest(consumer) + ": " + happens));
    }

    /** Of the variants nobody names a question takes some; which, only the type knows. */
    private static String leftOut(OutcomeConsumer consumer) {
        String missing = ConsumerText.names(consumer.missing());
        return consumer.asked().isEmpty()
                ? missing
                : "what " + ConsumerText.names(consumer.asked()) + " does not take of " + missing;
    }

    /** Somebody else's enum may grow with the next release: then a default that refuses aloud is the right answer. */
    private static boolean isFairToForeigner(OutcomeConsumer consumer) {
        return ConsumerText.isForeign(consumer)
                && consumer.restIsExplicit()
                && (consumer.rest() == Treatment.THROWS || consumer.rest() == Treatment.LOGS);
    }
}
