package org.runincident.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.runincident.audit.house.Counted;
import org.runincident.audit.house.HouseAudit;
import org.runincident.audit.house.HouseSettings;
import org.runincident.audit.ratchet.Baseline;
import org.runincident.audit.ratchet.BaselineFile;
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.ratchet.ChangedFiles;
import org.runincident.audit.ratchet.Comparison;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.ratchet.Identity;
import org.runincident.audit.ratchet.Matcher;
import org.runincident.audit.ratchet.Measure;
import org.runincident.audit.ratchet.RatchetModule;
import org.runincident.audit.ratchet.Trend;
import org.runincident.code.Place;
import org.runincident.inventory.ReasonLevel;
import org.runincident.inventory.StatusSite;
import org.runincident.rule.Finding;
import org.runincident.rule.HouseItem;
import org.runincident.rule.Rules;

/**
 * A module's result beside its baseline, house rules included.
 *
 * @param hasBaseline whether there is a file; without one every finding is new
 * @param trend of that file; without points where nobody asked
 */
public record Ratcheted(
        ModuleResult result, RatchetModule module, boolean hasBaseline, Comparison comparison, Trend trend) {

    /**
     * Reads the module's baseline and compares.
     *
     * @throws BaselineProblem when the file cannot be used
     */
    public static Ratcheted of(ModuleResult result, Path buildDirectory) throws BaselineProblem {
        return of(result, buildDirectory, false);
    }

    /** As {@link #of(ModuleResult, Path)}; with {@code allSides} a file with merge conflicts is taken for both sides of it. */
    public static Ratcheted of(ModuleResult result, Path buildDirectory, boolean allSides) throws BaselineProblem {
        Path directory = result.module().directory();
        String shown = (result.directory().isEmpty() ? "" : result.directory() + "/") + BaselineFile.NAME;
        BaselineFile file = new BaselineFile(
                directory.resolve(BaselineFile.NAME), buildDirectory.resolve("incident/baseline.lock"), shown);
        Optional<Baseline> baseline = allSides ? file.readAllSides() : file.read();
        List<Identified> findings = new ArrayList<>(result.findings());
        Set<Identity> refused = new HashSet<>();
        List<Measure> measures = house(result, baseline.orElse(Baseline.EMPTY), findings, refused);
        RatchetModule module =
                new RatchetModule(result.name(), directory, file, findings, result.scope(), measures, refused);
        Comparison comparison = Matcher.compare(baseline.orElse(Baseline.EMPTY), findings, result.scope());
        return new Ratcheted(result, module, baseline.isPresent(), comparison, new Trend(List.of()));
    }

    private static Counted counted(ModuleResult result, Baseline baseline) {
        SortedMap<String, List<Place>> undecided = new TreeMap<>();
        for (StatusSite site : result.inventory().statusSites()) {
            if (site.level() == ReasonLevel.UNDECIDED && site.end() == StatusSite.End.FAILURE) {
                places(undecided, site.entity() + "." + site.property()).add(site.at());
            }
        }
        Comparison comparison = Matcher.compare(baseline, result.findings(), result.scope());
        SortedMap<String, List<Place>> letStand = new TreeMap<>();
        comparison.known().forEach(match -> letStand(letStand, match.finding()));
        result.allowed().forEach(allowed -> letStand(letStand, allowed.finding()));
        undecided.values().forEach(places -> places.sort(null));
        letStand.values().forEach(places -> places.sort(null));
        Map<String, Integer> fresh = new HashMap<>();
        comparison.fresh().forEach(found -> fresh.merge(found.identity().rule(), 1, Integer::sum));
        return new Counted(undecided, letStand, fresh);
    }

    private static void letStand(SortedMap<String, List<Place>> byRule, Identified found) {
        places(byRule, found.identity().rule()).add(found.finding().at());
    }

    private static List<Place> places(SortedMap<String, List<Place>> bySubject, String subject) {
        return bySubject.computeIfAbsent(subject, key -> new ArrayList<>());
    }

    /**
     * House rules about files are the business of the module whose folder their {@code incident.json} stands in, of no
     * other; what is counted is counted in each module below.
     */
    private static List<Measure> house(
            ModuleResult result, Baseline baseline, List<Identified> findings, Set<Identity> refused) {
        Path directory = result.module().directory().toAbsolutePath().normalize();
        boolean own = result.module()
                .config()
                .file()
                .filter(file ->
                        directory.equals(file.toAbsolutePath().normalize().getParent()))
                .isPresent();
        HouseSettings declared = HouseSettings.of(result.module().config());
        HouseSettings settings = own ? declared : declared.countsOnly();
        if (settings.equals(HouseSettings.NONE)) {
            return List.of();
        }
        String prefix = result.directory().isEmpty() ? "" : result.directory() + "/";
        HouseAudit.Result house;
        try {
            house = new HouseAudit(settings, directory, path -> prefix + path)
                    .run(baseline.measures(), result.declarations(), counted(result, baseline));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + result.name() + " cannot be listed", e);
        }
        for (HouseItem.Declared item : house.worse()) {
            for (Finding finding : Rules.all().judgeHouse(List.of(item), result.severities())) {
                Identity identity = new Identity(finding.rule(), "", item.subject(), 1);
                findings.add(new Identified(
                        finding, identity, withoutPrefix(item.at().file(), prefix)));
                if (isRefused(item)) {
                    refused.add(identity);
                }
            }
        }
        return house.measures();
    }

    private static boolean isRefused(HouseItem.Declared item) {
        return item instanceof HouseItem.StaleFile
                || item instanceof HouseItem.TokenRise tokens && tokens.tooMany()
                || item instanceof HouseItem.RuleRise rules && rules.tooMany();
    }

    private static String withoutPrefix(String path, String prefix) {
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    /** The same with only those findings new that touch a changed file. */
    public Ratcheted judgedBy(ChangedFiles changed) {
        return new Ratcheted(
                result,
                module,
                hasBaseline,
                new Comparison(
                        changed.among(comparison.fresh()),
                        comparison.known(),
                        comparison.stale(),
                        comparison.unjudged()),
                trend);
    }

    /** The same with the trend of its baseline, which takes a walk through the history. */
    public Ratcheted withTrend() {
        Path file = module.directory().resolve(BaselineFile.NAME);
        return hasBaseline ? new Ratcheted(result, module, true, comparison, Trend.of(List.of(file))) : this;
    }
}
