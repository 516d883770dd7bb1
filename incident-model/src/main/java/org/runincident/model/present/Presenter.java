package org.runincident.model.present;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.Template;
import org.runincident.model.incident.RunIncident;

/**
 * Tells an incident to an audience. Redacts by default: secrets never show, raw excerpts (prompts, file contents, output)
 * only when {@linkplain #debug() asked for}. Immutable and pure.
 */
public final class Presenter {
    private final Texts texts;
    private final Redactor redactor;

    private Presenter(Texts texts, Redactor redactor) {
        this.texts = Objects.requireNonNull(texts, "texts");
        this.redactor = Objects.requireNonNull(redactor, "redactor");
    }

    /** In English, redacted. */
    public static Presenter standard() {
        return new Presenter(Texts.in(Locale.ENGLISH), Redactor.standard());
    }

    /** With these texts. */
    public Presenter texts(Texts others) {
        return new Presenter(others, redactor);
    }

    /** In this language, or in English if there are no texts for it. */
    public Presenter language(Locale language) {
        return texts(Texts.in(language));
    }

    /** With another idea of what must not be shown. */
    public Presenter redactor(Redactor other) {
        return new Presenter(texts, other);
    }

    /** With raw excerpts; secrets stay hidden. */
    public Presenter debug() {
        return redactor(Redactor.secretsOnly());
    }

    /** What this audience sees. */
    public Presentation present(RunIncident incident, Audience audience) {
        String headline = sentence(incident.cause().reason());
        return switch (audience) {
            case USER -> presentation(incident, audience, headline, new Details(incident, texts, redactor).forUser());
            case REVIEWER ->
                presentation(incident, audience, headline, new Details(incident, texts, redactor).forReviewer());
            case OPERATOR -> presentation(incident, audience, OperatorLine.of(incident, headline), List.of());
        };
    }

    private Presentation presentation(
            RunIncident incident, Audience audience, String headline, List<Presentation.Section> sections) {
        return new Presentation(
                audience,
                tone(incident.status()),
                texts.language().toLanguageTag(),
                headline,
                incident.cause().reason().code().code(),
                audience == Audience.OPERATOR ? "" : ending(incident),
                incident.recovery().actions().stream()
                        .map(action -> new Presentation.Action(action, texts.say("action." + lower(action))))
                        .toList(),
                sections);
    }

    /** The reason's sentence; translated if it is the code's own, redacted value by value and as a whole. */
    private String sentence(FailureReason reason) {
        Map<String, String> values = new LinkedHashMap<>();
        reason.values().forEach((name, value) -> values.put(name, redactor.redact(name, value)));
        String template = reason.template().equals(reason.code().message())
                ? texts.find("code." + reason.code().code()).orElse(reason.template())
                : reason.template();
        return redactor.redact("", Template.fill(template, values));
    }

    private String ending(RunIncident incident) {
        String phase = "phase." + lower(incident.phase().kind());
        Map<String, String> step = incident.phase().step() == null
                ? Map.of()
                : Map.of("step", incident.phase().step());
        String where = texts.say(step.isEmpty() ? phase : phase + ".step", step);
        return texts.say("ended." + lower(incident.status()), Map.of("where", where));
    }

    private static Presentation.Tone tone(RunStatus status) {
        return switch (status) {
            case FAILED, TIMED_OUT, STUCK, DELIVERY_FAILED -> Presentation.Tone.BAD;
            case PARTLY_SUCCEEDED, NEEDS_REVIEW -> Presentation.Tone.WARNING;
            case CANCELLED, SUCCEEDED, QUEUED, DISPATCHING, STARTING, RUNNING, AWAITING_INPUT, FINALIZING, DELIVERING ->
                Presentation.Tone.CALM;
        };
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
