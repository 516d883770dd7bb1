package org.runincident.model;

import java.util.Collection;

/**
 * Offers an application's codes, so that stored ones are understood when they are read back. Implementations are public with
 * a public no-argument constructor and named in {@code META-INF/services/org.runincident.model.FailureCodeProvider}.
 *
 * <pre>{@code
 * public final class BillingCodes implements FailureCodeProvider {
 *     @Override
 *     public Collection<? extends FailureCode> codes() {
 *         return List.of(BillingCode.values());
 *     }
 * }
 * }</pre>
 */
public interface FailureCodeProvider {
    /** The codes, the same ones at every call. */
    Collection<? extends FailureCode> codes();
}
