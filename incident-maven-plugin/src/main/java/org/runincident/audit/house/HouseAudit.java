package org.runincident.audit.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.runincident.audit.ratchet.Measure;
import org.runincident.code.Declarations;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;
import org.runincident.rule.HouseItem;
import org.runincident.vocabulary.ConfigProblem;
import org.runincident.vocabulary.IncidentConfig;

/** Measures what a project's house rules hold on to, and says what got worse. */
public final class HouseAudit {
    private static final String TOKENS = "TokenRatchet";
    private static final String VARIANTS = "VariantLock";
    private static final String UNDECIDED = "UndecidedRatchet";
    private static final String RULES = "RuleRatchet";

    private final HouseSettings settings;
    private final ProjectFiles files;
    private final UnaryOperator<String> shown;
    private final List<Measure> measures = new ArrayList<>();
    private final List<HouseItem.Declared> worse = new ArrayList<>();

    /**
     * @param folder where the configuration stands; all globs are relative to it
     * @param shown turns a path relative to that folder into the one shown to people
     */
    public HouseAudit(HouseSettings settings, Path folder, UnaryOperator<String> shown) throws IOException {
        this.settings = settings;
        this.files = new ProjectFiles(folder);
        this.shown = shown;
    }

    /**
     * What was measured and what got worse; measures sorted. Of what the baseline knows and nobody finds any more the count
     * is 0.
     */
    public record Result(List<Measure> measures, List<HouseItem.Declared> worse) {}

    /**
     * Measures and compares.
     *
     * @param known what the baseline holds; a house rule it holds nothing of is measured against nothing
     */
    public Result run(List<Measure> known, Declarations declarations, Counted counted) {
        for (TokenSettings tokens : settings.tokens()) {
            tokens(tokens, known);
        }
        for (VariantSettings lock : settings.variants()) {
            variants(lock, known, declarations);
        }
        for (ArtifactSettings artifact : settings.artifacts()) {
            new ArtifactCheck(files, artifact)
                    .problem()
                    .ifPresent(stale -> worse.add(new HouseItem.StaleFile(
                            new Place(shown.apply(artifact.file()), new Span(1, 1, 1, 1)),
                            artifact.file(),
                            stale.problem(),
                            stale.hint())));
        }
        counts(known, counted);
        measures.sort(null);
        return new Result(List.copyOf(measures), List.copyOf(worse));
    }

    private void counts(List<Measure> known, Counted counted) {
        for (UndecidedSettings undecided : settings.undecided()) {
            List<Rise> rises = rises(UNDECIDED, "undecided", known, counted.undecided(), Map.of(), undecided::counts);
            rises.forEach(rise ->
                    worse.add(new HouseItem.UndecidedRise(rise.last(), rise.subject(), rise.before(), rise.now())));
        }
        for (RuleSettings rules : settings.rules()) {
            List<Rise> rises = rises(RULES, rules.id(), known, counted.letStand(), counted.fresh(), rules::counts);
            int risen =
                    rises.stream().mapToInt(rise -> rise.now() - rise.before()).sum();
            boolean tooMany = rules.mostAtOnce() > 0 && risen > rules.mostAtOnce();
            rises.forEach(rise -> worse.add(new HouseItem.RuleRise(
                    rise.last(), rules.id(), rise.subject(), rise.before(), rise.now(), tooMany, rules.mostAtOnce())));
        }
    }

    private record Rise(String subject, int before, int now, Place last) {}

    private List<Rise> rises(
            String ratchet,
            String id,
            List<Measure> known,
            SortedMap<String, List<Place>> found,
            Map<String, Integer> fresh,
            Predicate<String> counts) {
        Map<String, Integer> before = before(ratchet, id, known);
        SortedSet<String> subjects = new TreeSet<>(before.keySet());
        subjects.addAll(found.keySet());
        subjects.addAll(fresh.keySet());
        List<Rise> rises = new ArrayList<>();
        for (String subject : subjects) {
            if (!counts.test(subject)) {
                continue;
            }
            List<Place> places = found.getOrDefault(subject, List.of());
            // What is new fails by itself; the baseline that takes it in counts it from then on.
            int now = places.size() + fresh.getOrDefault(subject, 0);
            measures.add(Measure.of(ratchet, id, subject, String.valueOf(now)));
            int was = before.getOrDefault(subject, 0);
            if (places.size() > was) {
                rises.add(new Rise(subject, was, places.size(), places.get(places.size() - 1)));
            }
        }
        return rises;
    }

    private static Map<String, Integer> before(String ratchet, String id, List<Measure> known) {
        Map<String, Integer> before = new LinkedHashMap<>();
        known.stream()
                .filter(m -> m.ratchet().equals(ratchet) && m.id().equals(id))
                .forEach(m -> before.put(m.subject(), m.count()));
        return before;
    }

    private void tokens(TokenSettings tokens, List<Measure> known) {
        SortedMap<String, List<Span>> counts = TokenCounter.count(files, tokens);
        Map<String, Integer> before = before(TOKENS, tokens.id(), known);
        before.keySet().stream()
                .filter(file -> !counts.containsKey(file))
                .forEach(file -> measures.add(Measure.of(TOKENS, tokens.id(), file, "0")));
        // A file that is gone may have moved: what it held is not counted twice.
        int moved = before.entrySet().stream()
                .filter(old -> !counts.containsKey(old.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        List<HouseItem.TokenRise> rises = new ArrayList<>();
        int risen = 0;
        for (Map.Entry<String, List<Span>> file : counts.entrySet()) {
            int now = file.getValue().size();
            measures.add(Measure.of(TOKENS, tokens.id(), file.getKey(), String.valueOf(now)));
            boolean isNew = !before.containsKey(file.getKey());
            int was = before.getOrDefault(file.getKey(), 0);
            if (isNew && moved >= now) {
                moved -= now;
            } else if (now > was) {
                risen += now - was;
                Span last = file.getValue().get(now - 1);
                rises.add(new HouseItem.TokenRise(
                        new Place(shown.apply(file.getKey()), last),
                        tokens.id(),
                        file.getKey(),
                        was,
                        now,
                        false,
                        tokens.mostAtOnce()));
            }
        }
        boolean tooMany = tokens.mostAtOnce() > 0 && risen > tokens.mostAtOnce();
        for (HouseItem.TokenRise rise : rises) {
            worse.add(new HouseItem.TokenRise(
                    rise.at(), rise.id(), rise.file(), rise.before(), rise.now(), tooMany, rise.mostAtOnce()));
        }
    }

    private void variants(VariantSettings lock, List<Measure> known, Declarations declarations) {
        for (String name : lock.types()) {
            TypeDeclaration type = declarations
                    .type(TypeName.resolved(name))
                    .orElseThrow(() -> new ConfigProblem(IncidentConfig.FILE_NAME + ": VariantLock \"" + lock.id()
                            + "\" names a type that is not in the sources: " + name));
            List<String> now = variantNames(type);
            measures.add(Measure.of(VARIANTS, lock.id(), name, String.join(",", now)));
            known.stream()
                    .filter(m -> m.ratchet().equals(VARIANTS)
                            && m.id().equals(lock.id())
                            && m.subject().equals(name))
                    .findFirst()
                    .ifPresent(held ->
                            compare(lock, type, Arrays.asList(held.value().split(",")), now));
        }
    }

    private void compare(VariantSettings lock, TypeDeclaration type, List<String> before, List<String> now) {
        List<String> added = without(now, before);
        List<String> removed = without(before, now);
        if (!added.isEmpty() || !removed.isEmpty()) {
            worse.add(new HouseItem.VariantChange(
                    new Place(type.file(), type.at()),
                    lock.id(),
                    type.name().text(),
                    added,
                    removed,
                    lock.consumers()));
        }
    }

    private static List<String> variantNames(TypeDeclaration type) {
        return type.permitted().isEmpty()
                ? type.constants().stream().map(c -> c.name()).toList()
                : type.permitted().stream().map(TypeName::simple).toList();
    }

    private static List<String> without(List<String> these, List<String> those) {
        return these.stream().filter(one -> !those.contains(one)).toList();
    }
}
