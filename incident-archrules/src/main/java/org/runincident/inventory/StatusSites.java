package org.runincident.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.Quoted;
import org.runincident.code.Span;
import org.runincident.flow.Helpers;
import org.runincident.flow.Program;
import org.runincident.flow.status.AtHand;
import org.runincident.flow.status.Charge;
import org.runincident.flow.status.FailSite;
import org.runincident.flow.status.Reason;
import org.runincident.flow.status.SiteKey;
import org.runincident.flow.status.StatusAnalysis;
import org.runincident.flow.status.StatusTypes;
import org.runincident.flow.status.Trail;
import org.runincident.flow.status.Unrecorded;
import org.runincident.vocabulary.Vocabulary;

/** Builds the inventory of status sites from the typestate. */
public final class StatusSites {

    /** Branches shown on a path between the site and its end. */
    private static final int MOST_BRANCHES = 3;

    /** Steps after the site that are shown when they happen to its subject. */
    private static final Set<Trail.Kind> SHOWN = Set.of(Trail.Kind.TOLD, Trail.Kind.LOST, Trail.Kind.LEFT_OVER);

    private final SortedMap<SiteKey, FailSite> sites;
    private final StatusTypes types;
    private final AtHand atHand;
    private final Charge charge;
    private final EntityNames entities;
    private final ReasonTakers takers;
    private final HelperChain chain;

    /** Sites, statuses that go a wrong way, and the methods whose bodies had a say in it. */
    record Found(List<StatusSite> sites, List<StatusTurn> turns, Set<MethodKey> looked) {}

    private StatusSites(Program program, Vocabulary vocabulary, StatusAnalysis.Found analysis) {
        sites = analysis.sites();
        types = new StatusTypes(program.declarations(), vocabulary);
        atHand = new AtHand(types);
        charge = new Charge(sites, types);
        entities = new EntityNames(types, sites, vocabulary.statuses());
        chain = new HelperChain(sites);
        takers = new ReasonTakers(types, atHand, vocabulary.reasons(), sites);
    }

    /** All status sites in the audited files, sorted by place. */
    public static List<StatusSite> of(Program program, Vocabulary vocabulary) {
        return find(program, vocabulary, Helpers.NONE).sites();
    }

    /** All that the typestate shows in the audited files, each list sorted by place. */
    static Found find(Program program, Vocabulary vocabulary, Helpers helpers) {
        StatusAnalysis.Found analysis = StatusAnalysis.of(program, vocabulary, helpers);
        return new Found(sites(program, vocabulary, analysis), StatusTurns.of(program, analysis), analysis.looked());
    }

    private static List<StatusSite> sites(Program program, Vocabulary vocabulary, StatusAnalysis.Found analysis) {
        StatusSites builder = new StatusSites(program, vocabulary, analysis);
        SortedMap<SiteKey, StatusSite> atPlaces = new TreeMap<>();
        for (FailSite site : builder.sites.values()) {
            if (program.isAudited(site.graph().file()) && site.witness() != null) {
                boolean charged = builder.charge.isCharged(site);
                if (charged || site.isVisible() || site.isListed()) {
                    // A call that ends several objects is one site to a reader: the one whose silence is its own.
                    SiteKey place = new SiteKey(site.key().method(), site.key().at(), "");
                    StatusSite known = atPlaces.get(place);
                    if (known == null || charged && !known.charged()) {
                        atPlaces.put(place, builder.build(site, charged));
                    }
                }
            }
        }
        List<StatusSite> found = new ArrayList<>(atPlaces.values());
        found.sort(java.util.Comparator.comparing(StatusSite::at).thenComparing(StatusSite::member));
        return List.copyOf(found);
    }

    private StatusSite build(FailSite site, boolean charged) {
        ReasonLevel level =
                site.isUndecided() && site.level() != Reason.Level.NONE ? ReasonLevel.UNDECIDED : levelOf(site);
        Unrecorded unrecorded = level == ReasonLevel.SILENT ? atHand.of(site) : null;
        StatusSite.End end = end(site, unrecorded);
        return new StatusSite(
                site.place(),
                site.key().method(),
                StatusSite.Kind.valueOf(site.kind().name()),
                end,
                entities.of(site),
                site.property(),
                types.typeOf(site),
                types.names(site),
                site.subject(),
                level,
                String.join(" | ", site.texts()),
                path(site),
                unrecorded == null
                        ? null
                        : new StatusSite.AtHand(
                                unrecorded.expression(),
                                unrecorded.what(),
                                new Place(site.graph().file(), unrecorded.at())),
                level == ReasonLevel.SILENT ? lost(site) : null,
                takers.slot(site, end),
                takers.transition(site),
                charged);
    }

    private static StatusSite.Lost lost(FailSite site) {
        Trail lost = site.lost();
        return lost == null
                ? null
                : new StatusSite.Lost(
                        lost.text(), new Place(site.graph().file(), lost.at()), lost.kind() == Trail.Kind.LEFT_OVER);
    }

    private static ReasonLevel levelOf(FailSite site) {
        return switch (site.level()) {
            case NONE -> ReasonLevel.SILENT;
            case TEXT -> ReasonLevel.TEXT;
            case STRUCTURED -> ReasonLevel.STRUCTURED;
        };
    }

    private StatusSite.End end(FailSite site, Unrecorded unrecorded) {
        boolean dropped = unrecorded != null && unrecorded.caught();
        return types.isRequested(site) && !dropped ? StatusSite.End.REQUESTED : StatusSite.End.FAILURE;
    }

    private List<Step> path(FailSite site) {
        String file = site.graph().file();
        List<Step> steps = new ArrayList<>();
        List<Trail> trail = site.witness().inOrder();
        int at = lastIndexOf(trail, site.key());
        for (int i = 0; i < at; i++) {
            Trail step = trail.get(i);
            boolean said = (SHOWN.contains(step.kind()) || step.kind() == Trail.Kind.STARTED)
                    && site.lost() != null
                    && site.subject().equals(step.subject());
            if (said || step.kind() == Trail.Kind.CAUGHT || i == at - 1 && step.kind() == Trail.Kind.BRANCH) {
                steps.add(new Step(new Place(file, step.at()), step.text()));
            }
        }
        steps.add(new Step(
                site.place(), at < 0 ? "the status is given" : trail.get(at).text()));
        origins(site, steps);
        int branches = 0;
        for (int i = Math.max(at, -1) + 1; i < trail.size(); i++) {
            Trail step = trail.get(i);
            if (step.kind() == Trail.Kind.BRANCH && branches++ < MOST_BRANCHES) {
                steps.add(new Step(new Place(file, step.at()), step.text()));
            } else if (SHOWN.contains(step.kind()) && step.subject().equals(site.subject())) {
                steps.add(new Step(new Place(file, step.at()), step.text()));
            }
        }
        Trail last = trail.get(trail.size() - 1);
        Span leaving = last.kind() == Trail.Kind.END
                ? last.at()
                : Span.ofLine(
                        Math.max(site.graph().method().at().endLine(), last.at().line()));
        steps.add(new Step(
                new Place(file, leaving),
                Quoted.of(site.subject()) + " leaves here"
                        + (site.level() == Reason.Level.NONE && site.lost() == null
                                ? "; nothing on this way records a reason"
                                : "")));
        return steps;
    }

    /** Where the callees write the status. */
    private void origins(FailSite site, List<Step> steps) {
        for (FailSite origin : chain.from(site)) {
            steps.add(new Step(
                    origin.place(),
                    "in `" + origin.key().method().writtenName() + "` "
                            + origin.gives(String.join(" or ", types.names(origin)))));
        }
    }

    private static int lastIndexOf(List<Trail> trail, SiteKey key) {
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (key.equals(trail.get(i).site())) {
                return i;
            }
        }
        return -1;
    }
}
