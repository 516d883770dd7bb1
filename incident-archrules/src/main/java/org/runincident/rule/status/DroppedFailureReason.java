package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.runincident.code.Quoted;
import org.runincident.inventory.StatusSite;
import org.runincident.inventory.Step;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A failure is recorded without a reason although one was in reach; it takes the place of FailureWithoutReason. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.STATUS,
        severity = Severity.ERROR,
        summary = "A status becomes a failure, and the reason that was at hand is thrown away")
public final class DroppedFailureReason implements Rule.OfStatusSite {

    @Override
    public void judge(StatusSite site, Verdicts out) {
        if (!SiteText.isSilent(site) || site.end() != StatusSite.End.FAILURE) {
            return;
        }
        if (site.lost() != null) {
            lost(site, out);
            return;
        }
        if (site.dropped() == null) {
            return;
        }
        StatusSite.AtHand dropped = site.dropped();
        List<Step> path = new ArrayList<>();
        boolean shown = site.path().stream().anyMatch(step -> step.at().equals(dropped.at()));
        if (!shown) {
            path.add(new Step(dropped.at(), "`" + dropped.expression() + "` is at hand"));
        }
        path.addAll(site.path());
        out.report(
                site.at(),
                site.member(),
                SiteText.becomes(site) + "; `" + dropped.expression() + "` says why and is thrown away.",
                "Hand on `" + dropped.expression() + "`, " + dropped.what() + ". " + SiteText.giveIt(site),
                path);
    }

    /** One that is left over from another run says nothing of this one: that is a failure without a reason. */
    private static void lost(StatusSite site, Verdicts out) {
        if (!site.lost().leftOver()) {
            out.report(
                    site.at(),
                    site.member(),
                    SiteText.becomes(site) + ", but " + site.lost().how() + ".",
                    "Record the reason last, and before " + Quoted.of(site.subject())
                            + " leaves: first what happened, then who is told.",
                    site.path());
        }
    }
}
