package org.runincident.rule.status;

import org.runincident.code.Quoted;
import org.runincident.inventory.ReasonLevel;
import org.runincident.inventory.StatusSite;

/** The words in which the status rules speak of a site. */
final class SiteText {

    private SiteText() {}

    /** Whether a site is silent, and its silence its own. */
    static boolean isSilent(StatusSite site) {
        return site.level() == ReasonLevel.SILENT && site.charged();
    }

    /** {@code This Task becomes FAILED}. */
    static String becomes(StatusSite site) {
        return "This " + (isRow(site) ? "`" + site.entity() + "` row" : site.entity()) + " becomes " + ends(site);
    }

    static String ends(StatusSite site) {
        return site.constants().isEmpty() ? "failed" : "`" + String.join("` or `", site.constants()) + "`";
    }

    /** Who or what can take the reason, as an advice. */
    static String giveIt(StatusSite site) {
        if (!site.transition().isEmpty()) {
            return "Call `" + site.transition() + "` instead, with the reason.";
        }
        if (isRow(site)) {
            return "Write the reason into a column of `" + site.entity() + "` in the same statement.";
        }
        if (!site.slot().isEmpty()) {
            return "Set `" + site.slot() + "` on " + Quoted.of(site.subject()) + " on every way through here.";
        }
        if (site.kind() == StatusSite.Kind.MAP) {
            return "Put the reason beside it, under a key of its own.";
        }
        return "Give `" + site.entity()
                + "` a slot for the reason if it has none, and fill it on every way through here.";
    }

    private static boolean isRow(StatusSite site) {
        return site.kind() == StatusSite.Kind.SQL;
    }
}
