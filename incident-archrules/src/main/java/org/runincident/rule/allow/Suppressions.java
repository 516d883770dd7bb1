package org.runincident.rule.allow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.runincident.rule.Family;
import org.runincident.rule.Finding;
import org.runincident.rule.HouseItem;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.Nearest;

/** Sets findings against the allowances in the source. */
public final class Suppressions {
    /** Families other tools have rules for; a mark for them says nothing about a status. */
    private static final Set<Family> OF_OTHER_TOOLS = EnumSet.of(Family.EXCEPTIONS, Family.VARIANTS);

    private final Map<String, Family> families;

    public Suppressions(Rules rules) {
        this.families = rules.list().stream()
                .collect(Collectors.toMap(Rule::id, rule -> rule.info().family()));
    }

    /** A finding its authors allow, and the allowance with their words. */
    public record Allowed(Finding finding, Allowance by) {}

    /**
     * Findings, parted.
     *
     * @param open those nobody allows, sorted
     * @param allowed those somebody allows and says why, sorted
     * @param problems allowances that say no reason, and those that allow nothing; for the house rules
     */
    public record Parted(List<Finding> open, List<Allowed> allowed, List<HouseItem> problems) {
        public Parted {
            open = List.copyOf(open);
            allowed = List.copyOf(allowed);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Parts findings into open and allowed ones.
     *
     * @param findings of all rules that ran
     * @param allowances of all files that were read
     * @param ran whether a rule looked for findings in this run; an allowance of another one is not called idle
     */
    public Parted part(List<Finding> findings, Collection<Allowance> allowances, Predicate<String> ran) {
        List<Allowance> sorted = new ArrayList<>(allowances);
        sorted.sort(Comparator.comparing(Allowance::at).thenComparing(Allowance::rule));
        List<HouseItem> problems = new ArrayList<>();
        List<Allowed> allowed = new ArrayList<>();
        List<Finding> left = new ArrayList<>(findings);
        for (Allowance allowance : sorted) {
            List<Finding> hit = hit(allowance, findings);
            if (!allowance.isFounded()) {
                if (allowance.origin() != Allowance.Origin.OTHER_TOOL) {
                    problems.add(
                            new HouseItem.UnfoundedAllowance(allowance.at(), allowance.rule(), allowance.because()));
                }
                continue;
            }
            for (Finding finding : hit) {
                if (left.remove(finding)) {
                    allowed.add(new Allowed(finding, allowance));
                }
            }
            if (hit.isEmpty()) {
                idle(allowance, ran, problems);
            }
        }
        allowed.sort(Comparator.comparing(Allowed::finding));
        return new Parted(left, allowed, problems);
    }

    private List<Finding> hit(Allowance allowance, List<Finding> findings) {
        List<Finding> here = covered(allowance, findings);
        if (!here.isEmpty() || allowance.origin() != Allowance.Origin.COMMENT) {
            return here;
        }
        // A comment stands on the line it allows, above it, or first in the block whose head it allows; one that has
        // found
        // its line does not reach for the next.
        List<Finding> below = covered(allowance.oneLineDown(), findings);
        return below.isEmpty() ? covered(allowance.oneLineUp(), findings) : below;
    }

    private List<Finding> covered(Allowance allowance, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> isMeant(allowance, finding) && allowance.covers(finding))
                .toList();
    }

    private boolean isMeant(Allowance allowance, Finding finding) {
        return allowance.origin() == Allowance.Origin.OTHER_TOOL
                ? OF_OTHER_TOOLS.contains(families.get(finding.rule()))
                : allowance.rule().equals(finding.rule());
    }

    private void idle(Allowance allowance, Predicate<String> ran, List<HouseItem> problems) {
        String rule = allowance.rule();
        boolean known = families.containsKey(rule);
        if (allowance.origin() != Allowance.Origin.OTHER_TOOL && (!known || ran.test(rule))) {
            problems.add(new HouseItem.IdleAllowance(
                    allowance.at(),
                    rule,
                    known,
                    known ? "" : Nearest.to(rule, families.keySet()).orElse("")));
        }
    }
}
