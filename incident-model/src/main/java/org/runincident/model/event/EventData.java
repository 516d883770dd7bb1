package org.runincident.model.event;

/** Names under which events carry what readers of this library understand. Other names are free. */
public final class EventData {
    /** Name of a step. */
    public static final String STEP = "step";
    /** Exit code of a process, a decimal number. */
    public static final String EXIT_CODE = "exit_code";
    /** Name of a called tool. */
    public static final String TOOL = "tool";
    /** What it was called with, or a hash of it. */
    public static final String ARGUMENTS = "arguments";
    /** Path of a file that was written. */
    public static final String FILE = "file";
    /** Id of a checkpoint that was made. */
    public static final String CHECKPOINT = "checkpoint";
    /** Something usable that exists although the run did not finish. */
    public static final String PARTIAL_OUTPUT = "partial_output";
    /** Name of the worker or model. */
    public static final String WORKER = "worker";
    /** What a person is asked. */
    public static final String QUESTION = "question";
    /** What a gate decided. */
    public static final String DECISION = "decision";
    /** What was written to the standard error, or another excerpt. */
    public static final String TEXT = "text";

    private EventData() {}
}
