package org.runincident.audit.ratchet;

/** What this run looked at: absence proves nothing where nobody looked. */
public interface Scope {

    /**
     * Whether the rule was run over the file, or the file is known to be gone.
     *
     * @param file path relative to the module's folder
     */
    boolean judged(String file, String rule);

    /** Whether the member is still there in the analysed sources; unknown counts as there. */
    boolean exists(String member);
}
