package org.runincident.inventory;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.runincident.flow.status.FailSite;
import org.runincident.flow.status.Reason;
import org.runincident.flow.status.SiteKey;

/**
 * The helpers through which a call comes to give a status: the shortest way from the call to a place that names the status
 * itself. Of a call that is silent, a silent way where there is one.
 */
final class HelperChain {

    private final Map<SiteKey, FailSite> sites;

    HelperChain(Map<SiteKey, FailSite> sites) {
        this.sites = sites;
    }

    /** The sites the call leads to, in order; empty when it names the status itself. */
    List<FailSite> from(FailSite call) {
        List<FailSite> silent = call.level() == Reason.Level.NONE
                ? shortest(call, site -> site.level() == Reason.Level.NONE && givesSome(site, call))
                : List.of();
        if (!silent.isEmpty()) {
            return silent;
        }
        List<FailSite> same = shortest(call, site -> givesSome(site, call));
        return same.isEmpty() ? shortest(call, site -> true) : same;
    }

    /** It names the status itself; or the rest of the way was not followed. */
    private boolean isLast(FailSite site) {
        return site.kind() != FailSite.Kind.CALLEE || site.origins().stream().noneMatch(sites::containsKey);
    }

    private static boolean givesSome(FailSite site, FailSite call) {
        return !Collections.disjoint(site.ends(), call.ends());
    }

    private List<FailSite> shortest(FailSite call, Predicate<FailSite> taken) {
        Map<SiteKey, SiteKey> calledBy = new LinkedHashMap<>();
        Deque<FailSite> open = new ArrayDeque<>();
        calledBy.put(call.key(), null);
        open.add(call);
        while (!open.isEmpty()) {
            FailSite next = open.poll();
            if (next != call && isLast(next)) {
                return way(next.key(), calledBy);
            }
            for (SiteKey origin : next.origins()) {
                FailSite site = sites.get(origin);
                if (site != null && !calledBy.containsKey(origin) && taken.test(site)) {
                    calledBy.put(origin, next.key());
                    open.add(site);
                }
            }
        }
        return List.of();
    }

    private List<FailSite> way(SiteKey last, Map<SiteKey, SiteKey> calledBy) {
        LinkedList<FailSite> way = new LinkedList<>();
        for (SiteKey each = last; calledBy.get(each) != null; each = calledBy.get(each)) {
            way.addFirst(sites.get(each));
        }
        return List.copyOf(way);
    }
}
