package org.runincident.rule.allow;

import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.rule.Finding;
import org.runincident.vocabulary.Rationale;

/**
 * What an author allows at one place of the source.
 *
 * @param at where it is written
 * @param rule whose findings it allows; empty for a mark of another tool that names no rule of ours
 * @param because the author's words; empty when there are none
 * @param covers findings that begin in this range are allowed
 * @param about name of the parameter the findings must speak of; empty when they need not
 */
public record Allowance(Place at, Origin origin, String rule, String because, Span covers, String about) {
    /** How it is written. */
    public enum Origin {
        /** {@code // incident:allow Rule because words}. */
        COMMENT,
        /** {@code @IncidentAllowed}. */
        ANNOTATION,
        /** A mark of another tool with words behind it ({@code // NOPMD the probe is best effort}). */
        OTHER_TOOL
    }

    /** Whether it says why; otherwise it does not count. */
    public boolean isFounded() {
        return Rationale.saysWhy(because);
    }

    /** Whether a finding of the rule stands where it allows it. */
    boolean covers(Finding finding) {
        Span found = finding.at().span();
        return finding.at().file().equals(at.file())
                && (covers.contains(found) || reaches(found))
                && (about.isEmpty() || finding.message().contains("`" + about + "`"));
    }

    private boolean reaches(Span found) {
        return origin != Origin.ANNOTATION && found.line() <= covers.endLine() && found.endLine() >= covers.line();
    }

    /** The same allowance for what begins on the next line. */
    Allowance oneLineDown() {
        return new Allowance(at, origin, rule, because, Span.ofLine(at.span().endLine() + 1), about);
    }

    /** The same allowance for the line above: the head of the block that the comment opens. */
    Allowance oneLineUp() {
        return new Allowance(at, origin, rule, because, Span.ofLine(at.span().line() - 1), about);
    }
}
