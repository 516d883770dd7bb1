package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import org.runincident.inventory.StatusSite;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A requested end that keeps neither who nor what asked. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.STATUS,
        severity = Severity.WARNING,
        summary = "A run is ended on request, and nothing says who or what asked")
public final class UnattributedStop implements Rule.OfStatusSite {

    @Override
    public void judge(StatusSite site, Verdicts out) {
        if (!SiteText.isSilent(site) || site.end() != StatusSite.End.REQUESTED) {
            return;
        }
        String dropped = site.lost() != null
                ? "; " + site.lost().how()
                : site.dropped() == null ? "" : "; `" + site.dropped().expression() + "` is at hand and is not kept";
        out.report(
                site.at(),
                site.member(),
                SiteText.becomes(site) + ", and nothing says who or what asked for it" + dropped + ".",
                SiteText.giveIt(site),
                site.path());
    }
}
