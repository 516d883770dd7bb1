package org.runincident.model.insight;

import java.util.Locale;
import org.runincident.model.ErrorChain;
import org.runincident.model.incident.Cause;
import org.runincident.model.incident.Facts;
import org.runincident.model.incident.RunIncident;

/** Sentences with the facts filled in. */
final class TemplateSummarizer implements FailureSummarizer {
    @Override
    public String name() {
        return "template";
    }

    @Override
    public String summarize(RunIncident incident) {
        Facts facts = incident.facts();
        Cause cause = incident.cause();
        StringBuilder text = new StringBuilder(cause.reason().message());
        text.append(" It was ").append(incident.phase());
        text.append(facts.attempts() > 1 ? ", in attempt " + facts.attempts() + ". " : ". ");
        if (!facts.steps().isEmpty()) {
            long done = facts.steps().stream()
                    .filter(step -> step.finished() != null)
                    .count();
            text.append(done).append(" of ").append(facts.steps().size()).append(" begun steps were finished. ");
        }
        ErrorChain errors =
                cause.reason().cause() == null ? facts.errors() : cause.reason().cause();
        if (errors != null && errors.links().size() > 1) {
            text.append("At the bottom of the errors stands ")
                    .append(errors.root().line())
                    .append(". ");
        }
        if (!cause.conflicting().isEmpty()) {
            text.append(cause.conflicting().size()).append(" observations speak for another cause. ");
        }
        return text.append("The cause is known with ")
                .append(cause.confidence().name().toLowerCase(Locale.ROOT))
                .append(" confidence.")
                .toString();
    }
}
