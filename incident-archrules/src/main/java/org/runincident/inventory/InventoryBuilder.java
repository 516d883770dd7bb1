package org.runincident.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.runincident.code.MethodKey;
import org.runincident.flow.Helpers;
import org.runincident.flow.Program;
import org.runincident.vocabulary.Vocabulary;

/** Makes the inventory of a program. */
public final class InventoryBuilder {
    private final List<Part<?>> parts = new ArrayList<>();

    private InventoryBuilder() {}

    /** The inventory of the audited files of a program. */
    public static Inventory of(Program program, Vocabulary vocabulary) {
        return of(program, vocabulary, problem -> {}, Helpers.NONE);
    }

    /**
     * The inventory of the audited files of a program.
     *
     * @param problems takes a sentence for each part that could not be made; the other parts are made all the same
     */
    public static Inventory of(Program program, Vocabulary vocabulary, Consumer<String> problems, Helpers helpers) {
        return of(program, vocabulary, problems, helpers, method -> {});
    }

    /**
     * The same, and which bodies others than their own file's had a say in it.
     *
     * @param looked takes each method, once or more, from several threads, whose body somebody asked for, there or not, and
     *     those the typestate of statuses depends on. A method that is not among them, and whose throws clause lets no
     *     interruption out, can change without a change to what is found in other methods, as long as it calls nothing it did
     *     not call before
     */
    public static Inventory of(
            Program whole,
            Vocabulary vocabulary,
            Consumer<String> problems,
            Helpers helpers,
            Consumer<MethodKey> looked) {
        InventoryBuilder builder = new InventoryBuilder();
        Program program = new WatchedProgram(whole, looked);
        Part<StatusSites.Found> statuses = builder.part(
                "status sites",
                () -> StatusSites.find(whole, vocabulary, helpers),
                new StatusSites.Found(List.of(), List.of(), Set.of()));
        Part<List<ExceptionHandler>> handlers =
                builder.part("exception handlers", () -> ExceptionHandlers.of(program, vocabulary), List.of());
        Part<OutcomeConsumers.Found> consumers = builder.part(
                "consumers of outcomes",
                () -> OutcomeConsumers.of(program, vocabulary),
                new OutcomeConsumers.Found(List.of(), 0));
        Part<List<OutcomeCast>> casts =
                builder.part("casts of outcomes", () -> OutcomeCasts.of(program, vocabulary), List.of());
        Part<List<VariantMirror>> mirrors =
                builder.part("lists of variants", () -> VariantMirrors.of(program, vocabulary), List.of());
        Part<List<FinallyLeap>> leaps = builder.part("jumps out of finally", () -> FinallyLeaps.of(program), List.of());
        Part<List<DroppedFuture>> futures =
                builder.part("dropped futures", () -> DroppedFutures.of(program, vocabulary), List.of());
        helpers.run(builder.parts);
        builder.parts.forEach(part -> part.report(problems));
        statuses.made.looked().forEach(looked);
        return new Inventory(
                statuses.made.sites(),
                statuses.made.turns(),
                handlers.made,
                leaps.made,
                futures.made,
                consumers.made.list(),
                consumers.made.unresolved(),
                casts.made,
                mirrors.made);
    }

    private <T> Part<T> part(String name, Supplier<T> make, T otherwise) {
        Part<T> part = new Part<>(name, make, otherwise);
        parts.add(part);
        return part;
    }

    private static final class Part<T> implements Runnable {
        private final String name;
        private final Supplier<T> make;
        private T made;
        private String problem;

        Part(String name, Supplier<T> make, T otherwise) {
            this.name = name;
            this.make = make;
            this.made = otherwise;
        }

        @Override
        public void run() {
            try {
                made = make.get();
            } catch (CancellationException e) {
                throw e;
            } catch (StackOverflowError | RuntimeException e) {
                // A mistake in one part of this program must not cost the user the others; the census says what is
                // missing.
                problem = "the " + name + " could not be listed: " + e;
            }
        }

        void report(Consumer<String> problems) {
            if (problem != null) {
                problems.accept(problem);
            }
        }
    }
}
