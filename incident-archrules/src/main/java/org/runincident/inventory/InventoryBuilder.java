package org.runincident.inventory;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.runincident.flow.Program;
import org.runincident.vocabulary.Vocabulary;

/** Makes the inventory of a program. */
public final class InventoryBuilder {
    private InventoryBuilder() {}

    /** The inventory of the audited files of a program. */
    public static Inventory of(Program program, Vocabulary vocabulary) {
        return of(program, vocabulary, problem -> {});
    }

    /**
     * The inventory of the audited files of a program.
     *
     * @param problems takes a sentence for each part that could not be made; the other parts are made all the same
     */
    public static Inventory of(Program program, Vocabulary vocabulary, Consumer<String> problems) {
        OutcomeConsumers.Found consumers = part(
                "consumers of outcomes",
                () -> OutcomeConsumers.of(program, vocabulary),
                new OutcomeConsumers.Found(List.of(), 0),
                problems);
        List<StatusSite> sites = part("status sites", () -> StatusSites.of(program, vocabulary), List.of(), problems);
        List<OutcomeCast> casts =
                part("casts of outcomes", () -> OutcomeCasts.of(program, vocabulary), List.of(), problems);
        List<VariantMirror> mirrors =
                part("lists of variants", () -> VariantMirrors.of(program, vocabulary), List.of(), problems);
        List<ExceptionHandler> handlers =
                part("exception handlers", () -> ExceptionHandlers.of(program, vocabulary), List.of(), problems);
        List<FinallyLeap> leaps = part("jumps out of finally", () -> FinallyLeaps.of(program), List.of(), problems);
        List<DroppedFuture> futures =
                part("dropped futures", () -> DroppedFutures.of(program, vocabulary), List.of(), problems);
        return new Inventory(sites, handlers, leaps, futures, consumers.list(), consumers.unresolved(), casts, mirrors);
    }

    private static <T> T part(String name, Supplier<T> make, T otherwise, Consumer<String> problems) {
        try {
            return make.get();
        } catch (StackOverflowError | RuntimeException e) {
            // A mistake in one part of this program must not cost the user the others; the census says what is missing.
            problems.accept("the " + name + " could not be listed: " + e);
            return otherwise;
        }
    }
}
