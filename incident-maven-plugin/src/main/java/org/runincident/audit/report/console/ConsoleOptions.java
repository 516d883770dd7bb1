package org.runincident.audit.report.console;

import java.time.Duration;

/**
 * How the console report is shown.
 *
 * @param width columns there are for it, at least {@value #NARROWEST}
 * @param show how many findings are shown in full
 * @param command how a goal is called here, up to its name: {@code mvn incident:}
 * @param elapsed wall time of the audit
 * @param reports folder with the reports, as the reader would type it
 * @param bars whether the terminal shows block characters
 */
public record ConsoleOptions(
        Ansi ansi, int width, int show, String command, Duration elapsed, String reports, boolean bars) {
    public static final int NARROWEST = 60;

    private static final int SHORT_COMMAND = 20;

    /** The command that shows a rule's page. */
    String explain(String rule) {
        return command + "explain -Dincident.rule=" + rule;
    }

    /** Whether that command is short enough to stand below findings; otherwise it stands once, at the end. */
    boolean explainsInPlace() {
        return command.length() <= SHORT_COMMAND;
    }

    public ConsoleOptions {
        width = Math.max(NARROWEST, width);
        show = Math.max(0, show);
    }
}
