package org.runincident.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.runincident.audit.source.DeepStack;
import org.runincident.flow.Helpers;

/**
 * Threads of our own with a deep stack: parsing a long concatenation takes more than the threads of a build have. Results
 * come in the order of the input, whatever the threads do. Whoever waits for tasks to end does others meanwhile, so tasks may
 * have tasks of their own.
 */
final class Workers implements Helpers, AutoCloseable {
    private final int count;

    /** Tasks that belong together and have not all been taken, the latest first. Guarded by this, as all state is. */
    private final Deque<Batch> open = new ArrayDeque<>();

    private boolean closed;

    Workers(int count) {
        this.count = count;
        DeepStack threads = new DeepStack("incident");
        for (int i = 0; i < count; i++) {
            threads.newThread(() -> help(() -> false)).start();
        }
    }

    /** Tasks that belong together. */
    private static final class Batch {
        private final List<? extends Runnable> tasks;
        private int taken;
        private int running;
        private Throwable failure;

        Batch(List<? extends Runnable> tasks) {
            this.tasks = tasks;
        }

        boolean isTaken() {
            return failure != null || taken == tasks.size();
        }

        boolean isDone() {
            return isTaken() && running == 0;
        }
    }

    /** Does all of the work on one of the threads, from where it can call the others, and waits for it. */
    <T> T call(Supplier<T> work) {
        List<T> result = new ArrayList<>(1);
        Batch batch = new Batch(List.of(() -> result.add(work.get())));
        synchronized (this) {
            open.addFirst(batch);
            notifyAll();
            while (!batch.isDone()) {
                pause();
            }
        }
        outcome(batch);
        return result.get(0);
    }

    @Override
    public int threads() {
        return count;
    }

    /** The results for all items, in their order. */
    <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
        List<R> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        List<Runnable> tasks = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            tasks.add(() -> results.set(index, work.apply(items.get(index))));
        }
        run(tasks);
        return results;
    }

    @Override
    public void run(List<? extends Runnable> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Batch batch = new Batch(tasks);
        synchronized (this) {
            open.addFirst(batch);
            notifyAll();
        }
        help(batch::isDone);
        outcome(batch);
    }

    /** Takes and does tasks until that holds, or until all is over. */
    private void help(BooleanSupplier enough) {
        while (true) {
            Batch batch;
            Runnable task;
            synchronized (this) {
                while (!enough.getAsBoolean() && !closed && open.isEmpty()) {
                    pause();
                }
                if (enough.getAsBoolean() || closed) {
                    return;
                }
                batch = open.getFirst();
                task = batch.tasks.get(batch.taken++);
                batch.running++;
                dropTaken(batch);
            }
            Throwable failure = failureOf(task);
            synchronized (this) {
                batch.running--;
                batch.failure = batch.failure == null ? failure : batch.failure;
                dropTaken(batch);
                notifyAll();
            }
        }
    }

    private void dropTaken(Batch batch) {
        if (batch.isTaken()) {
            open.remove(batch);
        }
    }

    private static Throwable failureOf(Runnable task) {
        try {
            task.run();
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the audit was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private synchronized void outcome(Batch batch) {
        if (batch.failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (batch.failure instanceof Error error) {
            throw error;
        }
        if (!batch.isDone()) {
            throw new CancellationException("the audit was interrupted");
        }
    }

    /** No further task is begun. */
    @Override
    public synchronized void close() {
        closed = true;
        open.clear();
        notifyAll();
    }
}
