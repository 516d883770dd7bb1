package org.example

import groovy.transform.CompileStatic
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutorService
import java.util.logging.Level
import java.util.logging.Logger

@CompileStatic
class Jobs {
    enum JobStatus { OPEN, RUNNING, COMPLETED, FAILED, CANCELLED }

    static class Job {
        JobStatus status = JobStatus.OPEN
        String failureReason
        Throwable failureCause
        String requestedBy
    }

    private final Logger log
    private final Runs runs

    Jobs(Logger log, Runs runs) {
        this.log = log
        this.runs = runs
    }

    void cancel(Job job) {
        job.status = JobStatus.CANCELLED
    }

    void cancelFor(Job job, String user) {
        job.requestedBy = user
        job.status = JobStatus.CANCELLED
    }

    void textOnly(Job job, Exception problem) {
        job.failureReason = problem.message
        job.status = JobStatus.FAILED
    }

    void structured(Job job, Exception problem) {
        job.failureCause = problem
        job.status = JobStatus.FAILED
    }

    void messageOnly() {
        try {
            runs.work()
        } catch (IOException e) {
            log.severe("no work: " + e.message)
        }
    }

    void wholeException() {
        try {
            runs.work()
        } catch (IOException e) {
            log.log(Level.SEVERE, "no work", e)
        }
    }

    String givesUp() {
        int attempt = 0
        while (attempt < 3) {
            try {
                return runs.work()
            } catch (IOException e) {
                attempt++
            }
        }
        throw new IllegalStateException("gave up after 3 attempts")
    }

    String givesUpWithTheLastError() {
        IOException last = null
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                return runs.work()
            } catch (IOException e) {
                last = e
            }
        }
        throw new IllegalStateException("gave up after 3 attempts", last)
    }

    int leaves() {
        try {
            runs.work()
        } finally {
            return 1
        }
    }

    CompletableFuture<String> unseen(CompletableFuture<String> answer) {
        return answer.exceptionally { Throwable problem -> "none" }
    }

    CompletableFuture<String> seen(CompletableFuture<String> answer) {
        return answer.exceptionally { Throwable problem -> problem.toString() }
    }

    void submits(ExecutorService pool) {
        pool.submit({ runs.work() } as Runnable)
    }

    void executes(ExecutorService pool) {
        pool.execute({ runs.work() } as Runnable)
    }

    String forgotten(JobStatus status) {
        switch (status) {
            case JobStatus.OPEN: return "open"
            case JobStatus.RUNNING: return "running"
            case JobStatus.COMPLETED: return "completed"
        }
        return ""
    }

    void leavesTwoOut(JobStatus status) {
        switch (status) {
            case JobStatus.OPEN: log.info("open"); break
            case JobStatus.RUNNING: log.info("running"); break
            case JobStatus.COMPLETED: log.info("completed"); break
        }
    }

    String whole(JobStatus status) {
        switch (status) {
            case JobStatus.OPEN: return "open"
            case JobStatus.RUNNING: return "running"
            case JobStatus.COMPLETED: return "completed"
            case JobStatus.FAILED: return "failed"
            case JobStatus.CANCELLED: return "cancelled"
        }
    }

    void endsWellWhateverHappens(Job job) {
        job.status = JobStatus.RUNNING
        try {
            runs.work()
        } finally {
            job.status = JobStatus.COMPLETED
        }
    }

    void goesOnToTheGoodEnd(Job job) {
        try {
            runs.work()
        } catch (IOException e) {
            job.failureCause = e
            job.status = JobStatus.FAILED
        }
        job.status = JobStatus.COMPLETED
    }

    void staysRunning(Job job) {
        job.status = JobStatus.RUNNING
        try {
            runs.work()
            job.status = JobStatus.COMPLETED
        } catch (IOException e) {
            log.log(Level.WARNING, "no work", e)
        }
    }

    String narrows(SendOutcome outcome) {
        return ((Sent) outcome).id
    }

    String asksFirst(SendOutcome outcome) {
        return outcome instanceof Sent ? ((Sent) outcome).id : "nothing was sent"
    }

    void goesThroughTheGate(Order order) {
        order.moveTo(JobStatus.RUNNING, "asked for")
    }

    void goesPastTheGate(Order order) {
        order.status = JobStatus.COMPLETED
    }

    static sealed interface SendOutcome permits Sent, Refused {}

    static class Sent implements SendOutcome {
        String id
    }

    static class Refused implements SendOutcome {
        int code
    }

    /** Changes its status in one place, which keeps the history. */
    static class Order {
        private final List<String> history = []
        JobStatus status = JobStatus.OPEN

        void moveTo(JobStatus next, String reason) {
            if (status == JobStatus.CANCELLED || status == JobStatus.FAILED) {
                throw new IllegalStateException("$status is an end")
            }
            history.add(reason)
            status = next
        }
    }
}

/** What a page shows for each status. */
@CompileStatic
class Icons {
    static final Map<Jobs.JobStatus, String> LACKS_ONE = java.util.Map.of(
        Jobs.JobStatus.OPEN, "door",
        Jobs.JobStatus.RUNNING, "wheel",
        Jobs.JobStatus.COMPLETED, "tick",
        Jobs.JobStatus.CANCELLED, "hand")

    static final Map<Jobs.JobStatus, String> HAS_ALL = java.util.Map.of(
        Jobs.JobStatus.OPEN, "door",
        Jobs.JobStatus.RUNNING, "wheel",
        Jobs.JobStatus.COMPLETED, "tick",
        Jobs.JobStatus.CANCELLED, "hand",
        Jobs.JobStatus.FAILED, "cross")
}
