package org.runincident.model;

import java.util.Locale;

/**
 * The name of one way to fail, stable over years: rows in a database, alerts and translations hang on it.
 *
 * <p>Applications implement this with enums of their own:
 *
 * <pre>{@code
 * enum BillingCode implements FailureCode {
 *     PAYMENT_DECLINED(FailureCategory.CONFIGURATION, "The bank declined the payment of {amount}.");
 *
 *     private final FailureCategory category;
 *     private final String message;
 *
 *     BillingCode(FailureCategory category, String message) {
 *         this.category = category;
 *         this.message = message;
 *     }
 *
 *     @Override public FailureCategory category() { return category; }
 *     @Override public String message() { return message; }
 * }
 * }</pre>
 *
 * Implementations are immutable. The codes every application shares are in {@link CommonCode}.
 */
public interface FailureCode {
    /** The programmer's name, in upper case with underscores; an enum constant has one already. */
    String name();

    /** What is stored: lower case letters, digits, underscores and dots, not blank; by default the name in lower case. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of trouble. */
    FailureCategory category();

    /** Whether it may go well later; by default what is usual for the category. */
    default Permanence permanence() {
        return category().usually();
    }

    /** One sentence for a person, not blank; {@code {name}} stands for a value that the reason gives. */
    String message();
}
