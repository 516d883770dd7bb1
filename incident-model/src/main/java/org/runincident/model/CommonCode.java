package org.runincident.model;

import static org.runincident.model.FailureCategory.CONFIGURATION;
import static org.runincident.model.FailureCategory.DELIVERY;
import static org.runincident.model.FailureCategory.DISPATCH;
import static org.runincident.model.FailureCategory.INTERNAL;
import static org.runincident.model.FailureCategory.MODEL;
import static org.runincident.model.FailureCategory.NETWORK;
import static org.runincident.model.FailureCategory.RATE_LIMIT;
import static org.runincident.model.FailureCategory.STUCK;
import static org.runincident.model.FailureCategory.USER_CANCEL;
import static org.runincident.model.FailureCategory.WORKER_CRASH;

/** The codes that most applications share. */
public enum CommonCode implements FailureCode {
    /** Every attempt to hand the work to somebody failed. */
    DISPATCH_EXHAUSTED(DISPATCH, Permanence.PERMANENT, "The work could not be handed to a worker."),
    /** A worker or its queue would not take the work now. */
    DISPATCH_REFUSED(DISPATCH, "The work was not taken."),
    /** The work was found without anybody who does it. */
    ORPHANED_WORK(DISPATCH, "The work lost its worker."),
    /** A time limit passed. */
    TIMEOUT(FailureCategory.TIMEOUT, "It took longer than allowed."),
    /** The wait for a person passed its own limit. */
    WAIT_EXPIRED(FailureCategory.TIMEOUT, Permanence.PERMANENT, "Nobody answered in time."),
    /** The process or thread that did the work ended on its own. */
    AGENT_CRASHED(WORKER_CRASH, "The worker crashed."),
    /** The machine had no memory left for the work. */
    OUT_OF_MEMORY(WORKER_CRASH, Permanence.PERMANENT, "The worker ran out of memory."),
    /** A setting is missing or wrong. */
    MISSING_CONFIGURATION(CONFIGURATION, "A setting is missing or wrong."),
    /** A permission or credential is missing or wrong. */
    ACCESS_DENIED(CONFIGURATION, "Access was denied."),
    /** What was asked for cannot be done as asked. */
    INVALID_INPUT(CONFIGURATION, "The input cannot be worked on."),
    /** The surroundings of the worker could not be started. */
    CONTAINER_START_FAILED(DISPATCH, "The worker could not be started."),
    /** An administrator ended the run as failed. */
    ADMIN_FORCE_FAIL(USER_CANCEL, "An administrator ended the run."),
    /** Too many calls in too little time. */
    RATE_LIMITED(RATE_LIMIT, "Too many requests; the service asks to wait."),
    /** No space left on a disk. */
    DISK_FULL(FailureCategory.DISK_FULL, "The disk is full."),
    /** A file could not be read or written. */
    FILE_IO(FailureCategory.FILE_IO, "A file could not be read or written."),
    /** A connection failed. */
    NETWORK_FAILED(NETWORK, "The connection failed."),
    /** A model answered with an error. */
    MODEL_FAILED(MODEL, "The model could not answer."),
    /** The same call over and over. */
    STUCK_REPEATED_CALL(STUCK, "The run repeated the same call without getting further."),
    /** Most of the allowed turns are used and nothing has been achieved. */
    STUCK_NO_PROGRESS(STUCK, "The run made no progress."),
    /** The result exists and could not be handed over. */
    DELIVERY_FAILED(DELIVERY, "The result could not be delivered."),
    /** A person cancelled. */
    USER_CANCELLED(USER_CANCEL, "The run was cancelled."),
    /** The program was asked to stop while the work was going on. */
    INTERRUPTED(USER_CANCEL, Permanence.TRANSIENT, "The run was interrupted."),
    /** How the run ended cannot be told from its history; somebody must look. */
    NEEDS_REVIEW(FailureCategory.UNKNOWN, "How the run ended cannot be told; please look at it."),
    /** A defect of the program. */
    INTERNAL_ERROR(INTERNAL, "An internal error occurred."),
    /** An old record that was written without a reason. Never written anew. */
    UNRECORDED(FailureCategory.UNKNOWN, "No reason was recorded."),
    /** A failure nobody could classify. */
    UNKNOWN(FailureCategory.UNKNOWN, "The failure is not known.");

    private final FailureCategory category;
    private final Permanence permanence;
    private final String message;

    CommonCode(FailureCategory category, String message) {
        this(category, category.usually(), message);
    }

    CommonCode(FailureCategory category, Permanence permanence, String message) {
        this.category = category;
        this.permanence = permanence;
        this.message = message;
    }

    @Override
    public FailureCategory category() {
        return category;
    }

    @Override
    public Permanence permanence() {
        return permanence;
    }

    @Override
    public String message() {
        return message;
    }
}
