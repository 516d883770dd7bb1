package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;

/**
 * A cast from an outcome to a part of it.
 *
 * @param outcome the sealed type cast from
 * @param target the narrower type cast to
 * @param excluded variants of the outcome that the cast refuses at run time, in order of declaration; at least one
 * @param checked something on every way to the cast asks the same value what it is
 * @param declaredAt where the variants are declared; null for class files
 */
public record OutcomeCast(
        Place at,
        MethodKey member,
        TypeName outcome,
        TypeName target,
        List<String> excluded,
        boolean checked,
        Place declaredAt) {
    public OutcomeCast {
        excluded = List.copyOf(excluded);
    }
}
