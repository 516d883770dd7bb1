package org.runincident.maven;

import java.nio.charset.Charset;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.runincident.audit.report.console.Ansi;

/** What is known of the terminal the build runs in. */
final class Terminal {
    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 80;

    /** Columns that Maven's own {@code [INFO] } takes. */
    private static final int MARGIN = 7;

    private final MavenSession session;

    Terminal(MavenSession session) {
        this.session = session;
    }

    /**
     * Whether to colour. Some versions of Maven strip colour where it is switched off, others do not, and asking Maven's own
     * helper fails on some; so this is decided here.
     */
    Ansi ansi() {
        Properties user = session.getUserProperties();
        String style = user.getProperty("style.color", user.getProperty("maven.style.color", "auto"));
        if (style.equals("never") || System.getenv("NO_COLOR") != null) {
            return Ansi.OFF;
        }
        if (style.equals("always")) {
            return Ansi.ON;
        }
        return session.getRequest().isInteractiveMode() && System.console() != null ? Ansi.ON : Ansi.OFF;
    }

    /** Whether a bar of a chart reaches the reader as one; Maven writes its log in the platform's encoding. */
    boolean bars() {
        return Charset.defaultCharset().newEncoder().canEncode('\u2588');
    }

    /** Columns for our own text. */
    int width() {
        String columns = System.getenv("COLUMNS");
        int width = USUAL_WIDTH;
        if (columns != null && columns.matches("[0-9]{1,4}")) {
            width = Math.max(NARROWEST, Integer.parseInt(columns));
        }
        return width - MARGIN;
    }
}
