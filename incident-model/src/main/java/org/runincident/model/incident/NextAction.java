package org.runincident.model.incident;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a person can do about a failed run. */
public enum NextAction {
    /** Start it again. */
    RETRY,
    /** Go on from the step it had come to. */
    RESUME,
    /** Let somebody else do it. */
    SWITCH_PROVIDER,
    /** Go back to a saved state. */
    RESTORE_CHECKPOINT,
    /** Make room on the disk. */
    FREE_DISK_SPACE,
    /** Correct a setting, credential or input. */
    FIX_CONFIGURATION,
    /** Nothing for now: it is tried again by itself. */
    WAIT,
    /** Decide what is to happen. */
    DECIDE,
    /** Use what has been achieved so far. */
    USE_PARTIAL_RESULT,
    /** Tell those who run the system. */
    CONTACT_SUPPORT,
    /** Read what happened. */
    @JsonEnumDefaultValue
    VIEW_REPORT
}
