package org.runincident.maven;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.runincident.audit.Progress;

/** Says every few seconds how far an audit is; one that is done before the first of them says nothing. */
final class ProgressLog implements Progress, AutoCloseable {
    private static final long EVERY_SECONDS = 10;

    private final Consumer<String> out;
    private final ScheduledExecutorService clock;
    private final long started = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Stage stage = new Stage("", 0, started);

    private record Stage(String what, int steps, long since) {}

    ProgressLog(Consumer<String> out) {
        this.out = out;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "incident-progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::say, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stage(String what, int steps) {
        done.set(0);
        stage = new Stage(what, steps, System.nanoTime());
    }

    @Override
    public void step() {
        done.incrementAndGet();
    }

    private void say() {
        Stage now = stage;
        if (now.steps() > 0) {
            out.accept(line(
                    now.what(),
                    done.get(),
                    now.steps(),
                    Duration.ofNanos(System.nanoTime() - started),
                    Duration.ofNanos(System.nanoTime() - now.since())));
        }
    }

    /** {@code 4,120 of 12,300 files read, 20 s so far, about 31 s to go}; what is left is guessed once there is something to guess by. */
    static String line(String what, int done, int steps, Duration soFar, Duration inStage) {
        String line = String.format(Locale.ROOT, "%,d of %,d %s, %d s so far", done, steps, what, soFar.toSeconds());
        boolean guess = done * 20 >= steps && done < steps && done > 1;
        return guess ? line + ", about " + Math.max(1, inStage.toSeconds() * (steps - done) / done) + " s to go" : line;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
