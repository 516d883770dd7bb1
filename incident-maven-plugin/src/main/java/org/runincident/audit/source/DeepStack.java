package org.runincident.audit.source;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads whose stack is deep enough for the syntax trees people and generators write: 5,000 terms in one expression nest
 * 5,000 levels. Everything that walks a tree belongs on one.
 */
public final class DeepStack implements ThreadFactory {
    private static final long BYTES = 64L << 20;

    private final String name;
    private final AtomicInteger count = new AtomicInteger();

    /** @param name what its threads are called; a number is appended */
    public DeepStack(String name) {
        this.name = name;
    }

    private static final class DeepThread extends Thread {
        DeepThread(Runnable work, String name) {
            super(null, work, name, BYTES);
            setDaemon(true);
        }
    }

    @Override
    public Thread newThread(Runnable work) {
        return new DeepThread(work, name + "-" + count.incrementAndGet());
    }

    /** Runs the work where it stands when that is a deep thread already, else on a new one, and waits for it. */
    public static <T> T call(Supplier<T> work) {
        if (Thread.currentThread() instanceof DeepThread) {
            return work.get();
        }
        Result<T> result = new Result<>();
        Thread thread = new DeepThread(() -> result.run(work), "incident-deep");
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the work is short; the interrupt is passed on behind it
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result.get();
    }

    private static final class Result<T> {
        private T value;
        private RuntimeException exception;
        private Error error;

        void run(Supplier<T> work) {
            try {
                value = work.get();
            } catch (RuntimeException e) {
                exception = e;
            } catch (Error e) {
                error = e;
            }
        }

        T get() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
            return value;
        }
    }
}
