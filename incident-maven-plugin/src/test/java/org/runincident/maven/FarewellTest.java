package org.runincident.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FarewellTest {
    @Test
    void a_goal_that_is_ended_from_outside_says_what_it_leaves() throws Exception {
        Process goal = goal("runs");
        try (BufferedReader out = goal.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            goal.toHandle().destroy();
            assertThat(out.readLine()).isEqualTo(Farewell.WORDS);
        }
    }

    @Test
    void a_goal_that_ended_by_itself_says_nothing() throws Exception {
        Process goal = goal("has ended");
        try (BufferedReader out = goal.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            goal.toHandle().destroy();
            assertThat(out.readLine()).isNull();
        }
    }

    private static Process goal(String state) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FarewellTest.class.getName(),
                        state)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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
