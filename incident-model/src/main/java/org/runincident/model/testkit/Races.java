package org.runincident.model.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Lets many threads do the same thing at the same moment, many times, within a time limit. */
public final class Races {
    private Races() {}

    /**
     * Runs rounds. In each, every thread asks the same contest once, all starting together; then the answers are judged.
     *
     * @param threads how many take part; at least 2
     * @param rounds how many rounds
     * @param limit how long all rounds may take together
     * @param contest makes the contest of a round: a function from the number of a thread to its answer
     * @param judge looks at the answers of one round, in the order of the threads
     * @throws AssertionError if the time is up, a contest throws, or the judge does
     */
    public static <A> void run(
            int threads, int rounds, Duration limit, IntFunction<IntFunction<A>> contest, Consumer<List<A>> judge) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Round<A> shared = new Round<>(threads, contest, judge);
            CompletionService<Void> runners = new ExecutorCompletionService<>(pool);
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                runners.submit(() -> shared.runAll(number, rounds));
            }
            long deadline = System.nanoTime() + limit.toNanos();
            for (int done = 0; done < threads; done++) {
                // The first to fail is heard at once, though others may wait at the barrier for it.
                Future<Void> next = runners.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("the race was not over after " + limit);
                }
                next.get();
            }
        } catch (ExecutionException e) {
            Throwable problem = e.getCause() instanceof BrokenBarrierException broken && broken.getCause() != null
                    ? broken.getCause()
                    : e.getCause();
            throw new AssertionError("a race failed: " + problem, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What the threads share. The barrier's action runs while all others stand still: it judges, and sets up the next. */
    private static final class Round<A> {
        private final IntFunction<IntFunction<A>> contest;
        private final Consumer<List<A>> judge;
        private final AtomicReferenceArray<A> answers;
        private final CyclicBarrier barrier;
        private volatile IntFunction<A> current;
        private volatile Throwable problem;
        private int next;

        Round(int threads, IntFunction<IntFunction<A>> contest, Consumer<List<A>> judge) {
            this.contest = contest;
            this.judge = judge;
            this.answers = new AtomicReferenceArray<>(threads);
            this.barrier = new CyclicBarrier(threads, this::between);
        }

        private void between() {
            try {
                if (next > 0) {
                    List<A> all = new ArrayList<>();
                    for (int i = 0; i < answers.length(); i++) {
                        all.add(answers.get(i));
                    }
                    judge.accept(all);
                }
                current = contest.apply(next++);
            } catch (Throwable e) {
                problem = e;
                throw e;
            }
        }

        Void runAll(int thread, int rounds) throws Exception {
            try {
                for (int round = 0; round <= rounds; round++) {
                    barrier.await();
                    if (round < rounds) {
                        answers.set(thread, current.apply(thread));
                    }
                }
                return null;
            } catch (BrokenBarrierException e) {
                if (problem != null) {
                    e.initCause(problem);
                }
                throw e;
            }
        }
    }
}
