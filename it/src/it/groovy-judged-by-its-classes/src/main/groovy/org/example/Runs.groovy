package org.example

import groovy.transform.CompileStatic

@CompileStatic
class Runs {
    enum RunState { QUEUED, RUNNING, DONE, FAILED }

    static class Run {
        RunState state = RunState.QUEUED
        Throwable reason
    }

    void silent(Run run) {
        run.state = RunState.FAILED
    }

    void told(Run run, Throwable problem) {
        run.reason = problem
        run.state = RunState.FAILED
    }

    void dropped(Run run) {
        try {
            work()
        } catch (IOException e) {
            run.state = RunState.FAILED
        }
    }

    String swallowed() {
        try {
            return work()
        } catch (Exception e) {
            return null
        }
    }

    String explained() {
        try {
            return work()
        } catch (Exception e) {
            // the probe is best effort, and asked again in a minute
            return null
        }
    }

    void lostCause() {
        try {
            work()
        } catch (IOException e) {
            throw new IllegalStateException("no work")
        }
    }

    void keptCause() {
        try {
            work()
        } catch (IOException e) {
            throw new IllegalStateException("no work", e)
        }
    }

    void lostInterrupt() {
        try {
            Thread.sleep(10)
        } catch (InterruptedException e) {
            work()
        }
    }

    void keptInterrupt() {
        try {
            Thread.sleep(10)
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt()
        }
    }

    List<String> handed(List<String> names) {
        names.collect { String name -> name.trim() }.findAll { String name -> !name.isEmpty() }
    }

    String work() throws IOException {
        "work"
    }
}
