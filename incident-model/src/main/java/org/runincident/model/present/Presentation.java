package org.runincident.model.present;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.List;
import java.util.Objects;
import org.runincident.model.incident.NextAction;

/**
 * What one audience sees of an incident: ready to be shown, redacted, in one language. Cannot be built without a reason and a
 * next action.
 *
 * @param audience for whom
 * @param tone how bad it is
 * @param language BCP 47 tag of the language of the texts, such as "en"
 * @param headline the reason in one sentence; for operators the whole line; not blank
 * @param code the failure code as stored; not blank
 * @param ending how the run ended, in one sentence; empty for operators
 * @param actions what to do now, the best first; at least one
 * @param sections the rest; empty for operators
 */
public record Presentation(
        Audience audience,
        Tone tone,
        String language,
        String headline,
        String code,
        String ending,
        List<Action> actions,
        List<Section> sections) {

    /** How bad it is. */
    public enum Tone {
        /** It failed. */
        @JsonEnumDefaultValue
        BAD,
        /** Some of it is usable, or a person must look. */
        WARNING,
        /** It ended as somebody wished. */
        CALM
    }

    /**
     * Something to do now.
     *
     * @param action what, for programs
     * @param label what, for people
     */
    public record Action(NextAction action, String label) {
        public Action {
            action = Objects.requireNonNullElse(action, NextAction.VIEW_REPORT);
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * A part with a title.
     *
     * @param title its title
     * @param folded whether it is closed until somebody opens it
     * @param lines what it says
     */
    public record Section(String title, boolean folded, List<Line> lines) {
        public Section {
            Objects.requireNonNull(title, "title");
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /**
     * A line of a section.
     *
     * @param label what it is about; empty for a line that stands alone
     * @param text what it says
     */
    public record Line(String label, String text) {
        public Line {
            label = Objects.requireNonNullElse(label, "");
            text = Objects.requireNonNullElse(text, "");
        }
    }

    /** @throws IllegalArgumentException if there is no reason or nothing to do */
    public Presentation {
        Objects.requireNonNull(audience, "audience");
        tone = Objects.requireNonNullElse(tone, Tone.BAD);
        language = Objects.requireNonNullElse(language, "en");
        ending = Objects.requireNonNullElse(ending, "");
        actions = actions == null ? List.of() : List.copyOf(actions);
        sections = sections == null ? List.of() : List.copyOf(sections);
        if (headline == null || headline.isBlank() || code == null || code.isBlank()) {
            throw new IllegalArgumentException("an incident cannot be shown without a reason");
        }
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("an incident cannot be shown without something to do about it");
        }
    }
}
