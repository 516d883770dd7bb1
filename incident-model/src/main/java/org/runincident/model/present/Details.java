package org.runincident.model.present;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.runincident.model.ErrorChain;
import org.runincident.model.FailureReason;
import org.runincident.model.incident.Evidence;
import org.runincident.model.incident.Facts;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.present.Presentation.Line;
import org.runincident.model.present.Presentation.Section;

/** The sections below the headline. Every text that somebody else wrote goes through the redactor here. */
final class Details {
    private final RunIncident incident;
    private final Facts facts;
    private final Texts texts;
    private final Redactor redactor;
    private final List<Section> sections = new ArrayList<>();

    Details(RunIncident incident, Texts texts, Redactor redactor) {
        this.incident = incident;
        this.facts = incident.facts();
        this.texts = texts;
        this.redactor = redactor;
    }

    List<Section> forUser() {
        section("summary", false, summary());
        section("undone", false, plain(facts.undone()));
        section("partial", false, plain(facts.partialOutputs()));
        section("details", true, details(false));
        return List.copyOf(sections);
    }

    List<Section> forReviewer() {
        section("summary", false, summary());
        section("cause", false, cause());
        section("details", false, details(true));
        section("timeline", false, timeline());
        section("audit", false, audit());
        return List.copyOf(sections);
    }

    private void section(String key, boolean folded, List<Line> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(texts.say("section." + key), folded, lines));
        }
    }

    private List<Line> summary() {
        return incident.summary() == null
                ? List.of()
                : List.of(new Line(
                        texts.say("label.by", Map.of("by", incident.summary().by())),
                        redactor.redact("", incident.summary().text())));
    }

    private List<Line> cause() {
        List<Line> lines = new ArrayList<>();
        FailureReason reason = incident.cause().reason();
        lines.add(line("category", texts.say("category." + Presenter.lower(reason.category()))));
        lines.add(line("permanence", texts.say("permanence." + Presenter.lower(reason.permanence()))));
        lines.add(line(
                "confidence",
                texts.say("confidence." + Presenter.lower(incident.cause().confidence()))));
        incident.cause().evidence().forEach(item -> lines.add(line("evidence", evidence(item))));
        incident.cause().conflicting().forEach(item -> lines.add(line("conflicting", evidence(item))));
        lines.add(line(
                "decision",
                texts.say("decision." + incident.recovery().decision().kind()) + " ("
                        + Presenter.lower(incident.recovery().decision().reason()) + ")"));
        return lines;
    }

    private String evidence(Evidence item) {
        return redactor.redact("", item.source() + ": " + item.text()) + " (" + Presenter.lower(item.strength()) + ")";
    }

    private List<Line> details(boolean frames) {
        FailureReason reason = incident.cause().reason();
        List<Line> lines = new ArrayList<>();
        lines.add(line("code", reason.code().code()));
        if (reason.source() != null) {
            lines.add(line("source", redactor.redact("", reason.source())));
        }
        reason.context().entries().forEach((name, text) -> lines.add(new Line(name, redactor.redact(name, text))));
        if (reason.context().leftOut() > 0) {
            lines.add(new Line("", leftOut(reason.context().leftOut())));
        }
        ErrorChain errors = reason.cause() == null ? facts.errors() : reason.cause();
        if (errors != null) {
            lines.addAll(chain(errors, frames));
        }
        lines.add(line("run", incident.runId()));
        lines.add(line("incident", incident.id()));
        return lines;
    }

    private List<Line> chain(ErrorChain errors, boolean frames) {
        List<Line> lines = new ArrayList<>();
        for (ErrorChain.Link link : errors.links()) {
            lines.add(line(lines.isEmpty() ? "error" : "caused_by", redactor.redact("", link.line())));
            if (frames) {
                link.frames().forEach(frame -> lines.add(new Line("", "at " + frame)));
            }
        }
        if (errors.leftOut() > 0) {
            lines.add(new Line("", leftOut(errors.leftOut())));
        }
        return lines;
    }

    private List<Line> timeline() {
        List<Line> lines = new ArrayList<>();
        for (Facts.Signal signal : facts.timeline()) {
            StringJoiner text = new StringJoiner(" ");
            text.add(redactor.redact("", signal.what()));
            signal.details().forEach((name, value) -> text.add(name + "=" + redactor.redact(name, value)));
            lines.add(new Line(time(signal.at()), text + " (" + signal.source() + ")"));
        }
        cut("timeline", lines);
        return lines;
    }

    private List<Line> audit() {
        List<Line> lines = new ArrayList<>();
        if (facts.worker() != null) {
            lines.add(line("worker", redactor.redact("", facts.worker())));
        }
        lines.add(line("attempts", String.valueOf(facts.attempts())));
        for (Facts.Step step : facts.steps()) {
            lines.add(line(
                    "step",
                    redactor.redact("", step.name()) + ": "
                            + (step.finished() == null
                                    ? texts.say("step.open")
                                    : texts.say("step.done", Map.of("at", time(step.finished()))))));
        }
        cut("steps", lines);
        facts.filesTouched().forEach(file -> lines.add(line("file", redactor.redact("", file))));
        cut("filesTouched", lines);
        facts.checkpoints()
                .forEach(saved ->
                        lines.add(line("checkpoint", redactor.redact("", saved.id()) + ", " + time(saved.at()))));
        cut("checkpoints", lines);
        facts.partialOutputs().forEach(output -> lines.add(line("partial", redactor.redact("", output))));
        cut("partialOutputs", lines);
        facts.undone().forEach(item -> lines.add(line("undone", redactor.redact("", item))));
        cut("undone", lines);
        facts.use().forEach(use -> lines.add(new Line(use.what(), use(use))));
        if (facts.exitCode() != null) {
            lines.add(line("exit_code", String.valueOf(facts.exitCode())));
        }
        return lines;
    }

    private String use(Facts.Use use) {
        return texts.say(
                "use",
                Map.of("estimate", amount(use.estimate(), use.unit()), "actual", amount(use.actual(), use.unit())));
    }

    private String amount(Double amount, String unit) {
        if (amount == null) {
            return texts.say("use.unknown");
        }
        String number = amount == Math.rint(amount) && Math.abs(amount) < 1e15
                ? String.valueOf(amount.longValue())
                : String.valueOf(amount);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** To the millisecond: more only makes it harder to read. */
    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void cut(String list, List<Line> lines) {
        Integer leftOut = facts.cuts().get(list);
        if (leftOut != null) {
            lines.add(new Line("", leftOut(leftOut)));
        }
    }

    private String leftOut(int count) {
        return texts.say("left_out", Map.of("count", String.valueOf(count)));
    }

    private List<Line> plain(List<String> items) {
        return items.stream()
                .map(item -> new Line("", redactor.redact("", item)))
                .toList();
    }

    private Line line(String label, String text) {
        return new Line(texts.say("label." + label), text);
    }
}
