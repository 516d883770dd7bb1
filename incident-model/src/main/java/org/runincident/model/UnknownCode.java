package org.runincident.model;

import java.util.Objects;

/**
 * A stored code that nobody here knows: written by a newer version, or by an application whose codes are not installed. It
 * counts as {@link CommonCode#UNKNOWN} everywhere, and keeps the text, so that it is written back as it was read.
 *
 * @param raw the text as stored; not blank
 */
public record UnknownCode(String raw) implements FailureCode {
    public UnknownCode {
        Objects.requireNonNull(raw, "raw");
        if (raw.isBlank()) {
            throw new IllegalArgumentException("a stored code must not be blank");
        }
    }

    @Override
    public String name() {
        return CommonCode.UNKNOWN.name();
    }

    @Override
    public FailureCategory category() {
        return FailureCategory.UNKNOWN;
    }

    @Override
    public String message() {
        return CommonCode.UNKNOWN.message();
    }
}
