package org.runincident.model.incident;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.Objects;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureCode;

/**
 * Something that speaks for a cause.
 *
 * @param suggests the code it speaks for
 * @param strength how much it counts
 * @param source where it comes from, such as "exit code" or "dispatcher"
 * @param text what it says, in one line
 * @param at when it was observed; null if unknown
 */
public record Evidence(FailureCode suggests, Strength strength, String source, String text, Instant at) {
    public Evidence {
        suggests = Objects.requireNonNullElse(suggests, CommonCode.UNKNOWN);
        strength = Objects.requireNonNullElse(strength, Strength.GUESSED);
        source = Objects.requireNonNullElse(source, "unrecorded");
        text = Objects.requireNonNullElse(text, "");
    }

    /** How much evidence counts, the weakest first. */
    public enum Strength {
        /** Concluded from text or from what usually happens. */
        @JsonEnumDefaultValue
        GUESSED,
        /** Said by somebody who took part. */
        REPORTED,
        /** Seen by the system itself: an exit code, a recorded status, a caught exception. */
        OBSERVED
    }
}
