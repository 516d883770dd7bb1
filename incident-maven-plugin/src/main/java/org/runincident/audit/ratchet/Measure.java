package org.runincident.audit.ratchet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.Objects;

/**
 * One measured value that a house rule holds on to.
 *
 * @param ratchet the house rule
 * @param id which of its settings
 * @param subject what was measured: a file, a type, an entity
 * @param value a count, or a list of names joined by a comma
 * @param because why it was let rise or change, in words; empty for what was there from the start
 * @param on day of the because, ISO; empty without one
 */
@JsonPropertyOrder({"ratchet", "id", "subject", "value", "because", "on"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Measure(String ratchet, String id, String subject, String value, String because, String on)
        implements Comparable<Measure> {
    private static final Comparator<Measure> ORDER = Comparator.comparing(Measure::ratchet)
            .thenComparing(Measure::id)
            .thenComparing(Measure::subject)
            .thenComparing(Measure::value);

    public Measure {
        Objects.requireNonNull(ratchet, "ratchet");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        value = value == null ? "" : value;
        because = because == null ? "" : because;
        on = on == null ? "" : on;
    }

    /** A value without a word on it. */
    public static Measure of(String ratchet, String id, String subject, String value) {
        return new Measure(ratchet, id, subject, value, "", "");
    }

    /** Setting and subject together, as a house rule's finding is identified by. */
    String label() {
        return id + " " + subject;
    }

    /** Whether both measure the same thing. */
    boolean isOf(Measure other) {
        return ratchet.equals(other.ratchet) && id.equals(other.id) && subject.equals(other.subject);
    }

    /** The value as a count; 0 when it is none. */
    public int count() {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public int compareTo(Measure other) {
        return ORDER.compare(this, other);
    }
}
