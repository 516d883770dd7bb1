package org.runincident.audit.fork;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs a main class of this program in a JVM of its own, on the same Java and the same class path, with as much memory.
 *
 * <p>It has the fast compiler only. An audit runs a lot of code a few times; what the optimizing compiler makes of it comes too
 * late to pay: on 1.2 million lines it took 25 of 85 seconds of processor time and gave back two. And it collects garbage on the
 * thread that makes it, as nobody waits for an answer in the meantime.
 */
public final class ChildJvm {
    private static final List<String> FLAGS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:MaxTenuringThreshold=2"); // what outlives its file outlives the reading: no need to copy it often

    /** Variables with options for every JVM of a machine: agents, collectors, debuggers. They are meant for others. */
    static final Set<String> OTHERS_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** Several at a time would share the processors and multiply the memory; each uses all threads it is given. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);

    private static final int MOST_WORDS = 300;

    private final List<String> command = new ArrayList<>();

    /**
     * @param main a class whose main method reads its order with {@link Order#read}
     * @param classPath what this program is made of
     */
    public ChildJvm(String main, List<Path> classPath) {
        this(Path.of(System.getProperty("java.home"), "bin", "java").toString(), main, classPath);
    }

    ChildJvm(String java, String main, List<Path> classPath) {
        command.add(java);
        command.addAll(FLAGS);
        command.add("-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m");
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
    }

    /** It could not be started, or did not come to its end. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Runs it and waits.
     *
     * @param order what it is to do
     * @param lines takes each line that it prints, at once
     * @throws Failed with a clause that says why
     */
    public void run(byte[] order, Consumer<String> lines) throws Failed {
        ONE_AT_A_TIME.lock();
        try {
            runAlone(order, lines);
        } catch (IOException e) {
            throw new Failed("it could not be started: " + e.getMessage(), e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private void runAlone(byte[] order, Consumer<String> lines) throws IOException, Failed {
        Path errors = Files.createTempFile("incident", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile()));
            builder.environment().keySet().removeAll(OTHERS_OPTIONS);
            Process process = builder.start();
            try {
                talk(process, order, lines);
                int exit = process.waitFor();
                if (exit != 0) {
                    throw new Failed("it ended with " + exit + words(errors), null);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failed("it was interrupted", e);
            } finally {
                process.destroy();
            }
        } finally {
            Files.deleteIfExists(errors);
        }
    }

    private static void talk(Process process, byte[] order, Consumer<String> lines) throws IOException {
        // Its standard input stays open: when this JVM is gone, for whatever reason, the other one sees its end.
        DataOutputStream out = new DataOutputStream(process.getOutputStream());
        try {
            out.writeInt(order.length);
            out.write(order);
            out.flush();
        } catch (IOException e) {
            return; // it has ended before it heard all; its last words say why
        }
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.accept(line);
            }
        }
    }

    private static String words(Path errors) throws IOException {
        String first = Files.readString(errors)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return first.isEmpty() ? "" : ": " + first.substring(0, Math.min(MOST_WORDS, first.length()));
    }
}
