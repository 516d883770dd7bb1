package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a baseline holds that an older one did not, and nobody gave a reason for. */
public final class Growth {
    private static final List<BiPredicate<BaselineEntry, BaselineEntry>> REFILED = List.of(
            (old, now) -> old.member().equals(now.member()) && old.site().equals(now.site()),
            (old, now) -> old.member().equals(now.member()),
            (old, now) -> old.identity().memberName().equals(now.identity().memberName())
                    && old.site().equals(now.site()),
            (old, now) -> old.file().equals(now.file()) && old.site().equals(now.site()));

    private Growth() {}

    /**
     * Entries of the newer baseline that are in no way in the older one and carry no because. An entry that took the place of
     * a vanished one of the same rule (edited, renumbered, moved) has not grown it.
     */
    public static List<BaselineEntry> unexplained(Baseline older, Baseline newer) {
        Set<Identity> before = new HashSet<>();
        older.entries().forEach(entry -> before.add(entry.identity()));
        Set<Identity> after = new HashSet<>();
        newer.entries().forEach(entry -> after.add(entry.identity()));
        List<BaselineEntry> vanished = new ArrayList<>(older.entries());
        vanished.removeIf(entry -> after.contains(entry.identity()));
        List<BaselineEntry> added = new ArrayList<>(newer.entries());
        added.removeIf(entry -> before.contains(entry.identity()));
        for (BiPredicate<BaselineEntry, BaselineEntry> refiled : REFILED) {
            for (BaselineEntry now : List.copyOf(added)) {
                vanished.stream()
                        .filter(old -> old.rule().equals(now.rule()) && refiled.test(old, now))
                        .findFirst()
                        .ifPresent(old -> {
                            vanished.remove(old);
                            added.remove(now);
                        });
            }
        }
        added.removeIf(entry -> !entry.because().isEmpty());
        return List.copyOf(added);
    }

    /**
     * Measures of the newer baseline that stand higher than in the older one, or say other names, without a because of their
     * own. A house rule the older one knew nothing of starts where it stands, and a file that moved takes its count along.
     */
    public static List<Measure> unexplainedRises(Baseline older, Baseline newer) {
        Map<List<String>, Integer> freed = new HashMap<>();
        Set<List<String>> rules = new HashSet<>();
        for (Measure old : older.measures()) {
            rules.add(List.of(old.ratchet(), old.id()));
            if (newer.measures().stream().noneMatch(old::isOf)) {
                freed.merge(List.of(old.ratchet(), old.id()), old.count(), Integer::sum);
            }
        }
        List<Measure> rises = new ArrayList<>();
        for (Measure now : newer.measures()) {
            List<String> rule = List.of(now.ratchet(), now.id());
            Optional<Measure> old = older.measures().stream().filter(now::isOf).findFirst();
            boolean said = !now.because().isEmpty()
                    && old.filter(before -> before.because().equals(now.because())
                                    && before.on().equals(now.on()))
                            .isEmpty();
            int free = freed.getOrDefault(rule, 0);
            if (!rules.contains(rule) || said || old.isPresent() && !isWorse(old.get(), now)) {
                continue;
            }
            if (old.isEmpty() && now.count() > 0 && now.count() <= free) {
                freed.put(rule, free - now.count());
            } else {
                rises.add(now);
            }
        }
        return List.copyOf(rises);
    }

    private static boolean isWorse(Measure old, Measure now) {
        boolean counts = now.value().chars().allMatch(Character::isDigit);
        return counts ? now.count() > old.count() : !now.value().equals(old.value());
    }
}
