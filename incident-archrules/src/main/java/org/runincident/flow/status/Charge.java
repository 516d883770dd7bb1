package org.runincident.flow.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Which site of one omission is the one to mend.
 *
 * <p>A helper whose caller has no way to give a reason is charged itself. Otherwise, where some callers give one, those
 * that give none are charged; where none does, the helper, once.
 */
public final class Charge {

    private final SortedMap<SiteKey, FailSite> sites;
    private final StatusTypes types;
    private final Map<SiteKey, List<FailSite>> callers = new HashMap<>();
    private final Map<SiteKey, Boolean> charged = new HashMap<>();

    public Charge(SortedMap<SiteKey, FailSite> sites, StatusTypes types) {
        this.sites = sites;
        this.types = types;
        for (FailSite site : sites.values()) {
            for (SiteKey origin : site.origins()) {
                callers.computeIfAbsent(origin, key -> new ArrayList<>()).add(site);
            }
        }
    }

    /** Whether a silence at the site is this site's own. */
    public boolean isCharged(FailSite site) {
        return isCharged(site, new HashSet<>()) && isFirstOfItsOmission(site);
    }

    private boolean isCharged(FailSite site, Set<SiteKey> asked) {
        Boolean known = charged.get(site.key());
        if (known != null) {
            return known;
        }
        if (site.level() != Reason.Level.NONE || !site.isVisible() || !asked.add(site.key())) {
            return false;
        }
        boolean own = !someOriginCharged(site, asked)
                && !(site.isOnCallersSubject() && someCallerGives(site, new HashSet<>()));
        charged.put(site.key(), own);
        return own;
    }

    /** Links of the chain that are charged themselves, or that lead on to one that is. */
    private boolean someOriginCharged(FailSite site, Set<SiteKey> asked) {
        Set<SiteKey> seen = new HashSet<>();
        Deque<SiteKey> chain = new ArrayDeque<>(site.origins());
        while (!chain.isEmpty()) {
            SiteKey next = chain.poll();
            FailSite origin = sites.get(next);
            if (origin == null) {
                // A link of a circle of calls that is followed no more: what it led to is charged itself.
                return true;
            }
            if (!seen.add(next)) {
                continue;
            }
            if (isCharged(origin, asked)) {
                return true;
            }
            chain.addAll(origin.origins());
        }
        return false;
    }

    /**
     * A call that does not say by its name that it fails anything is no place to look for a reason; where all that call the
     * very method give one, none is missing.
     */
    private boolean someCallerGives(FailSite site, Set<SiteKey> asked) {
        Collection<FailSite> all = callersOf(site);
        return all.stream().anyMatch(caller -> caller.isVisible() && gives(caller, asked))
                || !all.isEmpty()
                        && all.stream().allMatch(caller -> gives(caller, asked))
                        && !types.isOverriding(site.graph().method());
    }

    private boolean gives(FailSite site, Set<SiteKey> asked) {
        if (saysWhy(site)) {
            return true;
        }
        return asked.add(site.key()) && site.isOnCallersSubject() && someCallerGives(site, asked);
    }

    private static boolean saysWhy(FailSite site) {
        return site.level() != Reason.Level.NONE && !site.isLetGo();
    }

    private Collection<FailSite> callersOf(FailSite site) {
        return callers.getOrDefault(site.key(), List.of());
    }

    /** Status and exit status set one after the other with one reason missing: the first is charged. */
    private boolean isFirstOfItsOmission(FailSite site) {
        for (SiteKey key : new TreeSet<>(site.together())) {
            FailSite other = sites.get(key);
            if (key.equals(site.key())) {
                return true;
            }
            if (other != null && isCharged(other, new HashSet<>())) {
                return false;
            }
        }
        return true;
    }
}
