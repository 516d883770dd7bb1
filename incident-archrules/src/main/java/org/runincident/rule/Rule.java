package org.runincident.rule;

import org.runincident.inventory.DroppedFuture;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.FinallyLeap;
import org.runincident.inventory.OutcomeCast;
import org.runincident.inventory.OutcomeConsumer;
import org.runincident.inventory.StatusSite;
import org.runincident.inventory.StatusTurn;
import org.runincident.inventory.VariantMirror;

/**
 * A verdict over one inventory item. Implementations are stateless, annotated with {@link RuleInfo}, public with a public
 * no-argument constructor, and registered with {@code @AutoService(Rule.class)}; the class's simple name is the rule's id.
 *
 * <p>A rule implements the one of the nested interfaces whose item it judges.
 */
public interface Rule {

    default String id() {
        return getClass().getSimpleName();
    }

    default RuleInfo info() {
        return getClass().getAnnotation(RuleInfo.class);
    }

    /** Judges status sites. */
    interface OfStatusSite extends Rule {
        void judge(StatusSite site, Verdicts out);
    }

    /** Judges statuses that go a wrong way. */
    interface OfStatusTurn extends Rule {
        void judge(StatusTurn turn, Verdicts out);
    }

    /** Judges exception handlers. */
    interface OfHandler extends Rule {
        void judge(ExceptionHandler handler, Verdicts out);
    }

    /** Judges jumps out of finally. */
    interface OfFinallyLeap extends Rule {
        void judge(FinallyLeap leap, Verdicts out);
    }

    /** Judges futures that nobody takes. */
    interface OfFuture extends Rule {
        void judge(DroppedFuture future, Verdicts out);
    }

    /** Judges consumers of outcomes. */
    interface OfConsumer extends Rule {
        void judge(OutcomeConsumer consumer, Verdicts out);
    }

    /** Judges casts of outcomes. */
    interface OfCast extends Rule {
        void judge(OutcomeCast cast, Verdicts out);
    }

    /** Judges places that must list the variants of a type. */
    interface OfMirror extends Rule {
        void judge(VariantMirror mirror, Verdicts out);
    }

    /** Judges files that could not be read whole. */
    interface OfUnreadable extends Rule {
        void judge(UnreadableSource source, Verdicts out);
    }

    /** Judges what a project's own house rules found worse. */
    interface OfHouseItem extends Rule {
        void judge(HouseItem item, Verdicts out);
    }
}
