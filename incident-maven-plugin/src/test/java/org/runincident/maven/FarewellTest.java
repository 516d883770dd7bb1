package org.runincident.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import org.junit.jupiter.api.Test;
import org.runincident.ChildJvm;

class FarewellTest {
    @Test
    void a_goal_that_is_ended_from_outside_says_what_it_leaves() throws Exception {
        Process goal = ChildJvm.start(FarewellTest.class, "runs");
        try (BufferedReader out = goal.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            goal.toHandle().destroy();
            assertThat(out.readLine()).isEqualTo(Farewell.WORDS);
        }
    }

    @Test
    void a_goal_that_ended_by_itself_says_nothing() throws Exception {
        Process goal = ChildJvm.start(FarewellTest.class, "has ended");
        try (BufferedReader out = goal.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            goal.toHandle().destroy();
            assertThat(out.readLine()).isNull();
        }
    }

    /** A goal that waits for its end. */
    public static void main(String[] state) throws InterruptedException {
        Farewell farewell = new Farewell(System.out::println);
        if (state[0].equals("has ended")) {
            farewell.close();
        }
        System.out.println("ready");
        Thread.sleep(60_000);
    }
}
