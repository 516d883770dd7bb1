package org.runincident.audit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.runincident.audit.report.Report.AcceptedEntry;
import org.runincident.audit.report.Report.AllowedEntry;
import org.runincident.audit.report.Report.ConsumerEntry;
import org.runincident.audit.report.Report.HandlerEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.PlaceEntry;

/**
 * Something that would be a finding, and somebody said why it is none.
 *
 * @param what the rule; for words of the author that no rule is named in, what they excuse
 * @param because in the words that were given
 * @param on the day it was accepted, ISO; empty where nobody wrote it down
 */
public record Suppression(How how, String what, String because, String on, PlaceEntry at) {
    /** Where it was said. */
    public enum How {
        BASELINE("accepted in the baseline"),
        SOURCE("allowed in the source"),
        COMMENT("explained by a comment or a name");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** All of a report: those of the baselines first, then by place. */
    public static List<Suppression> of(Report report) {
        List<Suppression> all = new ArrayList<>();
        for (ModuleEntry module : report.modules()) {
            for (AcceptedEntry accepted : module.ratchet().accepted()) {
                all.add(new Suppression(
                        How.BASELINE, accepted.rule(), accepted.because(), accepted.on(), accepted.at()));
            }
            for (AllowedEntry allowed : module.allowed()) {
                all.add(new Suppression(
                        How.SOURCE,
                        allowed.finding().rule(),
                        allowed.because(),
                        "",
                        allowed.finding().at()));
            }
            for (HandlerEntry handler : module.handlers()) {
                if (handler.fate().equals("explained")) {
                    all.add(new Suppression(How.COMMENT, "a dropped exception", handler.rationale(), "", handler.at()));
                }
            }
            for (ConsumerEntry consumer : module.consumers()) {
                if (!consumer.rationale().isEmpty() && !consumer.missing().isEmpty()) {
                    all.add(new Suppression(How.COMMENT, "variants left out", consumer.rationale(), "", consumer.at()));
                }
            }
        }
        all.sort(Comparator.comparing(Suppression::how)
                .thenComparing(s -> s.at().file())
                .thenComparingInt(s -> s.at().line())
                .thenComparing(Suppression::what));
        return all;
    }

    /** {@code 3 accepted in the baseline, 2 allowed in the source}; empty where there is none. */
    public static String counts(List<Suppression> suppressions) {
        List<String> parts = new ArrayList<>();
        for (How how : How.values()) {
            long count = suppressions.stream().filter(s -> s.how() == how).count();
            if (count > 0) {
                parts.add(count + " " + how.words());
            }
        }
        return String.join(", ", parts);
    }
}
