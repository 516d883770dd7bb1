package org.example.tour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.runincident.model.policy.StuckDetector;

/** Ten jobs that cannot go well. */
public final class TenWays {
    private final Path folder;

    public TenWays(Path folder) {
        this.folder = folder;
    }

    public void needsSetting(Job job, Map<String, String> settings) {
        if (!settings.containsKey("model.url")) {
            job.setStatus(JobStatus.FAILED);
        }
    }

    public void readsFile(Job job) {
        try {
            Files.readString(folder.resolve("manuscript.md"));
        } catch (IOException e) {
            job.setStatus(JobStatus.FAILED);
        }
    }

    public void writesFile(Job job, Disk disk) {
        try {
            disk.write("chapter-3.md", "It was a dark and stormy night.");
        } catch (IOException e) {
            job.setStatus(JobStatus.FAILED);
        }
    }

    public void callsService(Job job) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), closedPort())) {
            socket.getOutputStream().write(1);
        } catch (IOException e) {
            job.setStatus(JobStatus.FAILED);
        }
    }

    public void callsTooOften(Job job, int answer) {
        if (answer == 429) {
            job.setStatus(JobStatus.FAILED);
        }
    }

    public void waitsTooLong(Job job) throws InterruptedException, ExecutionException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try {
            answer.get(20, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            job.setStatus(JobStatus.TIMED_OUT);
        }
    }

    public void startsProcess(Job job, int exitCode) {
        if (exitCode != 0) {
            job.setStatus(JobStatus.FAILED);
        }
    }

    public void repeatsItself(Job job) {
        List<StuckDetector.Call> calls = new ArrayList<>();
        for (int turn = 0; turn < 10; turn++) {
            calls.add(new StuckDetector.Call("grep", "TODO"));
            StuckDetector.Question question = new StuckDetector.Question(calls, turn + 1, 10, false);
            if (StuckDetector.standard().decide(question) != StuckDetector.Sight.MOVING) {
                job.setStatus(JobStatus.STUCK);
                return;
            }
        }
    }

    public void isCancelled(Job job, String by) {
        job.setStatus(JobStatus.CANCELLED);
    }

    public void cannotDeliver(Job job, Disk mailbox) {
        try {
            mailbox.write("book.pdf", "...");
        } catch (IOException e) {
            job.setStatus(JobStatus.DELIVERY_FAILED);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where jobs write. */
    public interface Disk {
        void write(String name, String text) throws IOException;
    }
}
