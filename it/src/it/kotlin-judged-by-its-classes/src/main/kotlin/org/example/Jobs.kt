package org.example

import java.io.IOException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutorService
import java.util.logging.Level
import java.util.logging.Logger

enum class JobStatus { OPEN, RUNNING, COMPLETED, FAILED, CANCELLED }

class Job {
    var status: JobStatus = JobStatus.OPEN
    var failureReason: String? = null
    var failureCause: Throwable? = null
    var requestedBy: String? = null
}

/** Changes its status in one place, which keeps the history. */
class Order {
    private val history = ArrayList<String>()
    var status: JobStatus = JobStatus.OPEN

    fun moveTo(next: JobStatus, reason: String) {
        check(status != JobStatus.CANCELLED && status != JobStatus.FAILED) { "$status is an end" }
        history.add("$status to $next: $reason")
        status = next
    }
}

class Jobs(private val log: Logger, private val runs: Runs) {
    fun cancel(job: Job) {
        job.status = JobStatus.CANCELLED
    }

    fun cancelFor(job: Job, user: String) {
        job.requestedBy = user
        job.status = JobStatus.CANCELLED
    }

    fun textOnly(job: Job, problem: Exception) {
        job.failureReason = problem.message
        job.status = JobStatus.FAILED
    }

    fun structured(job: Job, problem: Exception) {
        job.failureReason = problem.message
        job.failureCause = problem
        job.status = JobStatus.FAILED
    }

    fun messageOnly() {
        try {
            runs.work()
        } catch (e: IOException) {
            log.severe("no work: " + e.message)
        }
    }

    fun wholeException() {
        try {
            runs.work()
        } catch (e: IOException) {
            log.log(Level.SEVERE, "no work", e)
        }
    }

    fun givesUp(): String {
        var attempt = 0
        while (attempt < 3) {
            try {
                return runs.work()
            } catch (e: IOException) {
                attempt++
            }
        }
        throw IllegalStateException("gave up after 3 attempts")
    }

    fun givesUpWithTheLastError(): String {
        var last: IOException? = null
        for (attempt in 1..3) {
            try {
                return runs.work()
            } catch (e: IOException) {
                last = e
            }
        }
        throw IllegalStateException("gave up after 3 attempts", last)
    }

    fun unseen(answer: CompletableFuture<String>): CompletableFuture<String> = answer.exceptionally { "none" }

    fun seen(answer: CompletableFuture<String>): CompletableFuture<String> = answer.exceptionally { problem ->
        log.log(Level.WARNING, "no answer", problem)
        "none"
    }

    fun submits(pool: ExecutorService) {
        pool.submit { runs.work() }
    }

    fun executes(pool: ExecutorService) {
        pool.execute { runs.work() }
    }

    fun narrows(outcome: SendOutcome): String = (outcome as Sent).id

    fun asksFirst(outcome: SendOutcome): String = if (outcome is Sent) outcome.id else "nothing was sent: $outcome"

    fun endsWellWhateverHappens(job: Job) {
        job.status = JobStatus.RUNNING
        try {
            runs.work()
        } finally {
            job.status = JobStatus.COMPLETED
        }
    }

    fun endsWellWhenItDoes(job: Job) {
        job.status = JobStatus.RUNNING
        runs.work()
        job.status = JobStatus.COMPLETED
    }

    fun goesOnToTheGoodEnd(job: Job) {
        try {
            runs.work()
        } catch (e: IOException) {
            job.failureCause = e
            job.status = JobStatus.FAILED
        }
        job.status = JobStatus.COMPLETED
    }

    fun staysRunning(job: Job) {
        job.status = JobStatus.RUNNING
        try {
            runs.work()
            job.status = JobStatus.COMPLETED
        } catch (e: IOException) {
            log.log(Level.WARNING, "no work", e)
        }
    }

    fun goesThroughTheGate(order: Order) {
        order.moveTo(JobStatus.RUNNING, "asked for")
    }

    fun goesPastTheGate(order: Order) {
        order.status = JobStatus.COMPLETED
    }
}

/** What a page shows for each status. */
object Icons {
    @JvmField
    val LACKS_ONE: Map<JobStatus, String> = java.util.Map.of(
        JobStatus.OPEN, "door",
        JobStatus.RUNNING, "wheel",
        JobStatus.COMPLETED, "tick",
        JobStatus.CANCELLED, "hand",
    )

    @JvmField
    val HAS_ALL: Map<JobStatus, String> = java.util.Map.of(
        JobStatus.OPEN, "door",
        JobStatus.RUNNING, "wheel",
        JobStatus.COMPLETED, "tick",
        JobStatus.CANCELLED, "hand",
        JobStatus.FAILED, "cross",
    )
}
