package org.example

import java.io.File
import java.io.IOException

enum class RunState { QUEUED, RUNNING, DONE, FAILED }

sealed class SendOutcome
data class Sent(val id: String) : SendOutcome()
data class Refused(val code: Int) : SendOutcome()
object Unreachable : SendOutcome()

class Run(val name: String) {
    var state: RunState = RunState.QUEUED
    var reason: Throwable? = null
    var cancelledBy: String? = null
}

class Runs {
    fun silent(run: Run) {
        run.state = RunState.FAILED
    }

    fun told(run: Run, problem: Throwable) {
        run.reason = problem
        run.state = RunState.FAILED
    }

    fun dropped(run: Run) {
        try {
            work()
        } catch (e: IOException) {
            run.state = RunState.FAILED
        }
    }

    fun swallowed(): String? {
        return try {
            work()
        } catch (e: Exception) {
            null
        }
    }

    fun explained(): String? {
        return try {
            work()
        } catch (e: Exception) {
            // the probe is best effort, and asked again in a minute
            null
        }
    }

    fun lostCause() {
        try {
            work()
        } catch (e: IOException) {
            throw IllegalStateException("no work")
        }
    }

    fun keptCause() {
        try {
            work()
        } catch (e: IOException) {
            throw IllegalStateException("no work", e)
        }
    }

    fun lostInterrupt() {
        try {
            Thread.sleep(10)
        } catch (e: InterruptedException) {
            work()
        }
    }

    fun keptInterrupt() {
        try {
            Thread.sleep(10)
        } catch (e: InterruptedException) {
            Thread.currentThread().interrupt()
        }
    }

    fun leaves(): Int {
        try {
            work()
        } finally {
            return 1
        }
    }

    fun used(file: File): String = file.bufferedReader().use { it.readText() }

    fun hidden(state: RunState): String = when (state) {
        RunState.QUEUED -> "waits"
        RunState.RUNNING -> run { "runs" }
        else -> name(state)
    }

    fun whole(state: RunState): String = when (state) {
        RunState.QUEUED -> "waits"
        RunState.RUNNING -> "runs"
        RunState.DONE -> "done"
        RunState.FAILED -> "failed"
    }

    fun forgotten(outcome: SendOutcome) {
        if (outcome is Sent) {
            println(outcome.id)
        } else if (outcome is Refused) {
            println(outcome.code)
        }
        println("sent")
    }

    fun all(outcome: SendOutcome): String = when (outcome) {
        is Sent -> outcome.id
        is Refused -> "code " + outcome.code
        Unreachable -> "nobody there"
    }

    fun handed(names: List<String>): List<String> = names.map { name -> read(name) }.filter { it.isNotEmpty() }

    private fun read(name: String): String = File(name).readText()

    private fun name(state: RunState): String = state.name

    @Throws(IOException::class)
    fun work(): String = "work"
}
