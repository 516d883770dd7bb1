package org.runincident.maven;

import org.apache.maven.plugin.MojoFailureException;

/** How a baseline that is behind the code is taken. */
enum RatchetMode {
    LENIENT,
    STRICT;

    /** @param written null or empty for strict where the environment says it is a CI, else lenient */
    static RatchetMode of(String written) throws MojoFailureException {
        if (written == null || written.isBlank()) {
            String ci = System.getenv("CI");
            return ci == null || ci.isBlank() || ci.equalsIgnoreCase("false") ? LENIENT : STRICT;
        }
        return UserValues.oneOf(RatchetMode.class, "incident.ratchet", written);
    }
}
