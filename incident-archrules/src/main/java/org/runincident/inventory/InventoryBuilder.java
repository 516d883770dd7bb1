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
        return new Inventory(List.of(), List.of(), List.of(), List.of(), 0);
    }

    private static <T> List<T> part(String name, Supplier<List<T>> make, Consumer<String> problems) {
        try {
            return make.get();
        } catch (StackOverflowError | RuntimeException e) {
            problems.accept("the " + name + " could not be listed: " + e);
            return List.of();
        }
    }
}
