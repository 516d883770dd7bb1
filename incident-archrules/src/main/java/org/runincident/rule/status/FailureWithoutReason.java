package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import org.runincident.inventory.StatusSite;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** On at least one path a failure is recorded without a reason, and none was in reach. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.STATUS,
        severity = Severity.ERROR,
        summary = "A status becomes a failure, and on some way nothing says why")
public final class FailureWithoutReason implements Rule.OfStatusSite {

    @Override
    public void judge(StatusSite site, Verdicts out) {
        boolean leftOver = site.lost() != null && site.lost().leftOver();
        if (!SiteText.isSilent(site)
                || site.end() != StatusSite.End.FAILURE
                || !leftOver && (site.dropped() != null || site.lost() != null)) {
            return;
        }
        out.report(
                site.at(),
                site.member(),
                SiteText.becomes(site) + (leftOver ? ", and " + site.lost().how() + "." : ", and nothing says why."),
                SiteText.giveIt(site),
                site.path());
    }
}
