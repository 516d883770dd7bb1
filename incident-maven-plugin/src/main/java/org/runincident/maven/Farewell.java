package org.runincident.maven;

import java.util.function.Consumer;

/** Tells a person who ends Maven while a goal runs (Ctrl-C, a time limit of the CI) what that leaves behind. */
final class Farewell implements AutoCloseable {
    static final String WORDS =
            "Ended before its time. Reports and baselines are whole, but may be those of an earlier run.";

    private final Thread hook;

    /** From now on, until it is closed. */
    Farewell(Consumer<String> log) {
        hook = new Thread(() -> log.accept(WORDS), "incident-farewell");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down: the hook has spoken, or will.
        }
    }
}
