package org.runincident.archrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.IncidentConfig;

/**
 * The rules as ArchUnit rules, on compiled code of any language of the JVM. Use them as they are, with {@code @ArchTest}, with
 * {@code check(classes)}, or frozen by {@link #freeze}:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "org.example")
 * class FailureTest {
 *     @ArchTest
 *     static final ArchRule reasons = IncidentRules.failed_statuses_carry_a_reason;
 * }
 * }</pre>
 *
 * <p>Words, switched off rules and severities come from the nearest {@code incident.json} from the working folder upwards.
 * Comments that say why are read from the sources where they lie beside the class files ({@code src/main/java} and such).
 *
 * <p>Every description ends in a fixed id in brackets, and {@link #freeze} keeps histories by it: words may get better, and a
 * {@code because} may be added. What is found, on which path, and how to mend it stands in the violations.
 */
public final class IncidentRules {
    /**
     * No status becomes a failure, or is stopped on request, without a recorded reason.
     *
     * <pre>{@code
     * run.setStatus(FAILED);                               // violation
     * run.setStatus(FAILED); run.setReason(problem);       // fine
     * }</pre>
     */
    public static final ArchRule failed_statuses_carry_a_reason =
            rule("failed_statuses_carry_a_reason", "FailureWithoutReason", "UnattributedStop", "MissingTransition");

    /**
     * No reason that is at hand when a status fails is thrown away.
     *
     * <pre>{@code
     * catch (IOException e) { run.setStatus(FAILED); }     // violation
     * catch (IOException e) { run.fail(e); }               // fine
     * }</pre>
     */
    public static final ArchRule reasons_are_not_dropped = rule("reasons_are_not_dropped", "DroppedFailureReason");

    /**
     * No status is written round the method that is there to change it, overwritten once it is final, or called a success by
     * default.
     *
     * <pre>{@code
     * order.setStatus(CANCELLED);                          // violation, where transitionTo checks or announces the change
     * order.transitionTo(CANCELLED);                       // fine
     * }</pre>
     */
    public static final ArchRule statuses_change_only_through_transitions = rule(
            "statuses_change_only_through_transitions",
            "StatusWriteBypassesTransition",
            "TerminalStatusOverwritten",
            "TerminalStatusByDefault");

    /**
     * No exception disappears: not in a handler, not in a callback, not in a {@code finally}.
     *
     * <pre>{@code
     * catch (Exception e) { return null; }                 // violation
     * catch (Exception e) { throw new JobFailed(e); }      // fine
     * }</pre>
     */
    public static final ArchRule exceptions_are_not_swallowed = rule(
            "exceptions_are_not_swallowed",
            "SwallowedException",
            "SwallowedAsyncFailure",
            "FinallyDiscardsException",
            "UnobservedFuture");

    /**
     * No new exception forgets the one it is thrown for.
     *
     * <pre>{@code
     * catch (IOException e) { throw new JobFailed("io"); }     // violation
     * catch (IOException e) { throw new JobFailed("io", e); }  // fine
     * }</pre>
     */
    public static final ArchRule causes_are_kept =
            rule("causes_are_kept", "LostCause", "LastErrorLost", "MessageOnlyException");

    /** No interruption ends in a handler that neither throws it on nor sets the thread's flag again. */
    public static final ArchRule interrupts_are_restored = rule("interrupts_are_restored", "InterruptLost");

    /** No switch, {@code when} or chain of ifs over an outcome leaves a variant out, and no cast takes some for all. */
    public static final ArchRule outcomes_are_handled_exhaustively = rule(
            "outcomes_are_handled_exhaustively", "UnhandledVariant", "DefaultHidesVariants", "NarrowingOutcomeCast");

    /** Whatever must list the variants of an outcome lists them all: registries, mirrored types, JSON subtypes. */
    public static final ArchRule outcome_variants_mirror_each_other =
            rule("outcome_variants_mirror_each_other", "VariantMirrorDrift");

    private IncidentRules() {}

    /**
     * Every rule that is on, in one.
     *
     * @param vocabulary the words, and which rules are on; {@link IncidentConfig#defaults()} for those that are shipped
     */
    public static ArchRule all(IncidentConfig vocabulary) {
        return rule("every_way_to_fail_says_why", () -> vocabulary, id -> isOn(vocabulary, id));
    }

    /**
     * Some rules, in one.
     *
     * @param id what the rule is called; frozen violations are kept by it
     * @param rules names of the rules, as {@code SwallowedException}
     * @throws IllegalArgumentException when there is no rule of a name
     */
    public static ArchRule of(String id, IncidentConfig vocabulary, String... rules) {
        List<String> known = Rules.all().list().stream().map(Rule::id).toList();
        for (String rule : rules) {
            if (!known.contains(rule)) {
                throw new IllegalArgumentException("there is no rule " + rule + "; there are " + known);
            }
        }
        return rule(id, () -> vocabulary, Set.of(rules)::contains);
    }

    /**
     * The rule with its present violations frozen: they are known by rule and member, not by their wording or lines, in a store
     * that goes by the rule's id.
     */
    public static ArchRule freeze(ArchRule rule) {
        return FrozenFindings.freeze(rule);
    }

    private static ArchRule rule(String id, String... rules) {
        return rule(id, NearestConfig::get, Set.of(rules)::contains);
    }

    private static ArchRule rule(String id, Supplier<IncidentConfig> config, Predicate<String> rules) {
        String sentence = id.replace('_', ' ');
        return classes()
                .should(new FindNothing(sentence, config, rules))
                .as(sentence + " [incident:" + id + "]")
                .allowEmptyShould(true);
    }

    private static boolean isOn(IncidentConfig vocabulary, String id) {
        if (vocabulary.rule(id).level().isPresent()) {
            return !vocabulary.rule(id).isOff();
        }
        return Rules.all().find(id).filter(rule -> !rule.info().thorough()).isPresent();
    }
}
