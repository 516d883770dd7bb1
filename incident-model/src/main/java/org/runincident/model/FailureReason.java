package org.runincident.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Why something failed, so that a program can act on it (the code) and a person can understand it (the message).
 *
 * <pre>{@code
 * FailureReason.of(DispatchCode.EXHAUSTED)
 *         .message("Agent failed to start {attempts} times. Last error: {last}")
 *         .with("attempts", 5)
 *         .with("last", lastError)
 *         .source("dispatcher")
 *         .cause(lastError);
 * }</pre>
 *
 * Complete from the first call on, and immutable: each further call answers with a new one. One without a code or with a
 * blank message cannot be built.
 *
 * @param code which way to fail
 * @param template the sentence, with {@code {name}} where a value goes; not blank
 * @param values what goes into the sentence, as text, in the order given; never null
 * @param source which part of the system says so; null where nobody said (a run record then fills in its own)
 * @param context what else is known; never null
 * @param cause the exception behind it; null if there is none
 */
public record FailureReason(
        FailureCode code,
        String template,
        Map<String, String> values,
        String source,
        Context context,
        ErrorChain cause) {
    /** How many characters of a template are kept; what is longer is cut with a mark. */
    public static final int MAX_TEMPLATE = 2_000;

    /** @throws IllegalArgumentException if the code or the template is blank */
    public FailureReason {
        Objects.requireNonNull(code, "code");
        if (Objects.requireNonNull(code.code(), "code.code()").isBlank()) {
            throw new IllegalArgumentException("the code of " + code.getClass().getName() + " is blank");
        }
        Objects.requireNonNull(template, "message");
        if (template.isBlank()) {
            throw new IllegalArgumentException("the message of a failure (" + code.code() + ") must not be blank");
        }
        template = Cut.at(MAX_TEMPLATE, template);
        Map<String, String> shown = new LinkedHashMap<>();
        if (values != null) {
            values.forEach((name, value) -> shown.put(name, Cut.at(Context.MAX_VALUE, Shown.of(value))));
        }
        values = Collections.unmodifiableMap(shown);
        source = source == null || source.isBlank() ? null : source;
        context = context == null ? Context.empty() : context;
    }

    /** With the code's own message. */
    public static FailureReason of(FailureCode code) {
        Objects.requireNonNull(code, "code");
        return new FailureReason(code, code.message(), Map.of(), null, Context.empty(), null);
    }

    /** With the code's own message and the exception behind it. */
    public static FailureReason of(FailureCode code, Throwable cause) {
        return of(code).cause(cause);
    }

    /**
     * With a message of its own.
     *
     * @throws IllegalArgumentException if the message is blank
     */
    public static FailureReason of(FailureCode code, String message) {
        return of(code).message(message);
    }

    /**
     * What an exception stands for, as {@link FailureClassifier#standard()} sees it, with the exception as its cause.
     * Applications that know their own exceptions better put a classifier of theirs before it.
     */
    public static FailureReason from(Throwable error) {
        return FailureClassifier.standard().reason(error);
    }

    /** What an old record without a reason reads as. Never use it for a new failure. */
    public static FailureReason unrecorded() {
        return of(CommonCode.UNRECORDED);
    }

    /**
     * Another sentence; {@code {name}} stands for the value of that name, and stays as it is where there is none.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public FailureReason message(String newTemplate) {
        return new FailureReason(code, newTemplate, values, source, context, cause);
    }

    /**
     * A value for the sentence.
     *
     * @param value may be null, which reads as "(none)"
     */
    public FailureReason with(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, Shown.of(value));
        return new FailureReason(code, template, more, source, context, cause);
    }

    /**
     * Something else that is known and does not belong into the sentence.
     *
     * @param value may be null, which reads as "(none)"
     */
    public FailureReason context(String name, Object value) {
        return new FailureReason(code, template, values, source, context.with(name, value), cause);
    }

    /** Which part of the system says so. */
    public FailureReason source(String newSource) {
        Objects.requireNonNull(newSource, "source");
        return new FailureReason(code, template, values, newSource, context, cause);
    }

    /** The exception behind it. */
    public FailureReason cause(Throwable error) {
        return new FailureReason(code, template, values, source, context, ErrorChain.of(error));
    }

    /** The sentence with its values; never blank. */
    public String message() {
        return Template.fill(template, values);
    }

    /** The kind of trouble. */
    public FailureCategory category() {
        return code.category();
    }

    /** Whether it may go well later. */
    public Permanence permanence() {
        return code.permanence();
    }

    /** Whether this stands for an old record that was written without a reason. */
    public boolean isUnrecorded() {
        return code == CommonCode.UNRECORDED;
    }

    /** {@code code: message}. */
    @Override
    public String toString() {
        return code.code() + ": " + message();
    }
}
