package org.runincident.audit.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

    /** What was measured and what got worse; measures sorted. */
    public record Result(List<Measure> measures, List<HouseItem.Declared> worse) {}

    /**
     * Measures and compares.
     *
     * @param known what the baseline holds; a house rule it holds nothing of is measured against nothing
     */
    public Result run(List<Measure> known, Declarations declarations) {
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
        measures.sort(null);
        return new Result(List.copyOf(measures), List.copyOf(worse));
    }

    private void tokens(TokenSettings tokens, List<Measure> known) {
        SortedMap<String, List<Span>> counts = TokenCounter.count(files, tokens);
        Map<String, Integer> before = new LinkedHashMap<>();
        known.stream()
                .filter(m -> m.ratchet().equals(TOKENS) && m.id().equals(tokens.id()))
                .forEach(m -> before.put(m.subject(), m.count()));
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
