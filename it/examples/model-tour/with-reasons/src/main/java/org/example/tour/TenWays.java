package org.example.tour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
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
            job.setReason(FailureReason.of(CommonCode.MISSING_CONFIGURATION)
                    .message("The setting {setting} is missing.")
                    .with("setting", "model.url"));
        }
    }

    public void readsFile(Job job) {
        try {
            Files.readString(folder.resolve("manuscript.md"));
        } catch (IOException e) {
            job.setStatus(JobStatus.FAILED);
            job.setReason(FailureReason.from(e));
        }
    }

    public void writesFile(Job job, Disk disk) {
        try {
            disk.write("chapter-3.md", "It was a dark and stormy night.");
        } catch (IOException e) {
            job.setStatus(JobStatus.FAILED);
            job.setReason(FailureReason.from(e).context("file", "chapter-3.md"));
        }
    }

    public void callsService(Job job) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), closedPort())) {
            socket.getOutputStream().write(1);
        } catch (IOException e) {
            job.setStatus(JobStatus.FAILED);
            job.setReason(FailureReason.from(e).source("translation service"));
        }
    }

    public void callsTooOften(Job job, int answer) {
        if (answer == 429) {
            job.setStatus(JobStatus.FAILED);
            job.setReason(FailureReason.of(CommonCode.RATE_LIMITED)
                    .context("retry_after", 30)
                    .context("api_key", "sk-not-for-your-eyes-0001"));
        }
    }

    public void waitsTooLong(Job job) throws InterruptedException, ExecutionException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try {
            answer.get(20, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            job.setStatus(JobStatus.TIMED_OUT);
            job.setReason(FailureReason.of(CommonCode.TIMEOUT, e)
                    .message("No answer within {limit}.")
                    .with("limit", Duration.ofMillis(20)));
        }
    }

    public void startsProcess(Job job, int exitCode) {
        if (exitCode != 0) {
            job.setStatus(JobStatus.FAILED);
            job.setReason(FailureReason.of(CommonCode.AGENT_CRASHED)
                    .message("The worker ended with exit code {code}.")
                    .with("code", exitCode));
        }
    }

    public void repeatsItself(Job job) {
        List<StuckDetector.Call> calls = new ArrayList<>();
        for (int turn = 0; turn < 10; turn++) {
            calls.add(new StuckDetector.Call("grep", "TODO"));
            StuckDetector.Question question = new StuckDetector.Question(calls, turn + 1, 10, false);
            FailureReason stuck = StuckDetector.standard().reason(question).orElse(null);
            if (stuck != null) {
                job.setStatus(JobStatus.STUCK);
                job.setReason(stuck);
                return;
            }
        }
    }

    public void isCancelled(Job job, String by) {
        job.setStatus(JobStatus.CANCELLED);
        job.setReason(FailureReason.of(CommonCode.USER_CANCELLED)
                .message("{user} cancelled the job.")
                .with("user", by)
                .source(by));
    }

    public void cannotDeliver(Job job, Disk mailbox) {
        try {
            mailbox.write("book.pdf", "...");
        } catch (IOException e) {
            job.setStatus(JobStatus.DELIVERY_FAILED);
            job.setReason(FailureReason.of(CommonCode.DELIVERY_FAILED, e));
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
