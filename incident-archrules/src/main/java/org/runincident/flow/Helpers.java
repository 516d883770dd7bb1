package org.runincident.flow;

import java.util.List;

/** Threads that a judgement may use. What is found never depends on how many there are. */
public interface Helpers {

    /** The calling thread alone. */
    Helpers NONE = new Helpers() {
        @Override
        public int threads() {
            return 1;
        }

        @Override
        public void run(List<? extends Runnable> tasks) {
            tasks.forEach(Runnable::run);
        }
    };

    /** How many tasks can run at one time, that of the calling thread included. */
    int threads();

    /**
     * Runs tasks, in this order where they run one after the other, and ends when all have ended. The calling thread takes its
     * share, so that a task may itself call this; a task must not wait for one behind it. The first failure ends it.
     */
    void run(List<? extends Runnable> tasks);
}
