package org.runincident.audit.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    /** Says back what it hears, or ends as it is told. */
    static final class Echo {
        public static void main(String[] args) throws IOException, InterruptedException {
            String order = new String(Order.read(), StandardCharsets.UTF_8);
            System.out.println("heard " + order);
            if (order.equals("environment")) {
                System.getenv().keySet().forEach(System.out::println);
            }
            if (order.equals("fail")) {
                throw new IllegalStateException("as it was told");
            }
            if (order.equals("wait")) {
                Thread.sleep(TimeUnit.MINUTES.toMillis(10));
            }
        }
    }

    private static List<String> run(String order) throws ChildJvm.Failed {
        List<String> lines = new ArrayList<>();
        new ChildJvm(Echo.class.getName(), CLASS_PATH).run(order.getBytes(StandardCharsets.UTF_8), lines::add);
        return lines;
    }

    @Test
    void it_hears_its_order_and_is_heard() throws ChildJvm.Failed {
        assertThat(run("one")).containsExactly("heard one");
    }

    @Test
    void options_for_every_jvm_of_the_machine_are_not_for_it() throws ChildJvm.Failed {
        assertThat(run("environment")).contains("PATH").doesNotContainAnyElementsOf(ChildJvm.OTHERS_OPTIONS);
    }

    @Test
    void one_that_fails_says_why() {
        assertThatThrownBy(() -> run("fail"))
                .isInstanceOf(ChildJvm.Failed.class)
                .hasMessageContaining("it ended with 1: ")
                .hasMessageContaining("as it was told");
    }

    @Test
    void one_that_ends_before_it_hears_anything_says_why() {
        ChildJvm jvm = new ChildJvm("no.such.Main", CLASS_PATH);
        assertThatThrownBy(() -> jvm.run(new byte[1 << 20], line -> {}))
                .isInstanceOf(ChildJvm.Failed.class)
                .hasMessageContaining("it ended with 1: ")
                .hasMessageContaining("no.such.Main");
    }

    @Test
    void one_that_cannot_be_started_says_so() {
        ChildJvm jvm = new ChildJvm("no-such-java", Echo.class.getName(), CLASS_PATH);
        assertThatThrownBy(() -> jvm.run(new byte[0], line -> {}))
                .isInstanceOf(ChildJvm.Failed.class)
                .hasMessageContaining("could not be started", "no-such-java");
    }

    @Test
    void it_ends_with_the_one_that_started_it() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Echo.class.getName())
                .start();
        DataOutputStream out = new DataOutputStream(process.getOutputStream());
        out.writeInt(4);
        out.write("wait".getBytes(StandardCharsets.UTF_8));
        out.flush();
        assertThat(process.inputReader().readLine()).isEqualTo("heard wait");
        out.close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
}
