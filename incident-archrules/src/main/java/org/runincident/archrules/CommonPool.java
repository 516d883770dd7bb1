package org.runincident.archrules;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.runincident.flow.Helpers;

/** The threads that the running program has for such work: nobody who tests an architecture wants to be asked for others. */
final class CommonPool implements Helpers {
    @Override
    public int threads() {
        return ForkJoinPool.getCommonPoolParallelism() + 1;
    }

    @Override
    public void run(List<? extends Runnable> tasks) {
        ForkJoinTask.invokeAll(tasks.stream().map(ForkJoinTask::adapt).toList());
    }
}
