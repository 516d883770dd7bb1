package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
}
