package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import org.runincident.inventory.ReasonLevel;
import org.runincident.inventory.StatusSite;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A failure says why in free text: people can read it, nothing can count or route by it. */
@AutoService(Rule.class)
@RuleInfo(family = Family.STATUS, severity = Severity.WARNING, summary = "The reason of a failure is free text only")
public final class UnstructuredFailureReason implements Rule.OfStatusSite {

    @Override
    public void judge(StatusSite site, Verdicts out) {
        if (site.level() != ReasonLevel.TEXT || site.end() != StatusSite.End.FAILURE) {
            return;
        }
        out.report(
                site.at(),
                site.member(),
                SiteText.becomes(site) + ", and the reason is free text only.",
                "Record a code or the exception beside the text, so that machines can tell failures apart.",
                site.path());
    }
}
