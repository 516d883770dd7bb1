package org.runincident.rule.variants;

import java.util.ArrayList;
import java.util.List;
import org.runincident.code.Place;
import org.runincident.inventory.OutcomeConsumer;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.inventory.Step;

/** Words about a consumer that both verdicts use. */
final class ConsumerText {
    private static final int SHOWN = 5;
    private static final int SHOWN_OF_MANY = 3;

    private ConsumerText() {}

    /** Names in backticks: up to five, beyond that three and a count. */
    static String names(List<String> variants) {
        List<String> shown = variants.size() > SHOWN ? variants.subList(0, SHOWN_OF_MANY) : variants;
        List<String> quoted = shown.stream().map(name -> "`" + name + "`").toList();
        if (variants.size() > SHOWN) {
            return String.join(", ", quoted) + " and " + (variants.size() - SHOWN_OF_MANY) + " more";
        }
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.get(quoted.size() - 1);
    }

    /** {@code switch} or {@code if chain}. */
    static String form(OutcomeConsumer consumer) {
        return switch (consumer.form()) {
            case IF_CHAIN -> "if chain";
            case IF_ROW -> "row of ifs";
            case SWITCH_STATEMENT, SWITCH_EXPRESSION -> "switch";
            case VISITOR -> "visitor";
            case REGISTRY -> "map";
            case JSON, HTTP, MESSAGE, STORED -> "reader outside of the process";
        };
    }

    /** How the outcome leaves the process, as the end of a sentence; empty when nobody sees it do so. */
    static String outside(OutcomeConsumer consumer) {
        if (consumer.outside().isEmpty()) {
            return "";
        }
        int more = consumer.outside().size() - 1;
        return " It leaves the process, too: " + consumer.outside().get(0).text()
                + (more > 0 ? ", and in " + more + (more > 1 ? " more places." : " more place.") : ".");
    }

    /** What takes the rest: {@code default}, {@code else}, or what follows. */
    static String rest(OutcomeConsumer consumer) {
        if (!consumer.restIsExplicit()) {
            return "what follows the " + form(consumer);
        }
        return switch (consumer.form()) {
            case IF_CHAIN, IF_ROW -> "the last `else`";
            case VISITOR -> "the visitor's default method";
            default -> "the `default`";
        };
    }

    static List<Step> path(OutcomeConsumer consumer, String restDoes) {
        List<Step> steps = new ArrayList<>();
        List<String> named =
                consumer.named().stream().map(OutcomeConsumer.Handled::variant).toList();
        steps.add(new Step(
                consumer.at(),
                named.isEmpty()
                        ? "decides by `" + consumer.outcome().simple() + "`"
                        : "decides by `" + consumer.outcome().simple() + "`: names " + names(named)));
        if (consumer.restIsExplicit()) {
            steps.add(new Step(consumer.restAt(), restDoes));
        }
        for (int i = 0; i < consumer.missingAt().size() && i < SHOWN; i++) {
            Place declared = consumer.missingAt().get(i);
            // Constants of compiled code have no line of their own: there is nothing to show.
            if (declared.span().line() > 0) {
                steps.add(new Step(declared, "`" + consumer.missing().get(i) + "` is declared here"));
            }
        }
        consumer.outside().stream().limit(SHOWN).forEach(steps::add);
        return steps;
    }

    /** Whether the type's author is somebody else, who may add variants at any time. */
    static boolean isForeign(OutcomeConsumer consumer) {
        return consumer.declaredAt() == null;
    }

    /** Whether the author has thought of the rest: one question with two answers, or words that say so. */
    static boolean isDeliberate(OutcomeConsumer consumer) {
        return consumer.missing().isEmpty()
                || consumer.twoWay()
                || !consumer.rationale().isEmpty()
                || consumer.rest() == Treatment.IMPOSSIBLE;
    }
}
