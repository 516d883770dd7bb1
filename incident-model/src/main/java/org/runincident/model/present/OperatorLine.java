package org.runincident.model.present;

import java.util.StringJoiner;
import org.runincident.model.incident.RunIncident;

/** An incident in one line of {@code name=value} pairs, for logs and for people who watch many runs. */
final class OperatorLine {
    private OperatorLine() {}

    static String of(RunIncident incident, String headline) {
        StringJoiner line = new StringJoiner(" ");
        add(line, "run", incident.runId());
        add(line, "status", Presenter.lower(incident.status()));
        add(line, "code", incident.cause().reason().code().code());
        add(line, "phase", Presenter.lower(incident.phase().kind()));
        if (incident.phase().step() != null) {
            add(line, "step", incident.phase().step());
        }
        add(line, "attempts", String.valueOf(incident.facts().attempts()));
        add(line, "decision", incident.recovery().decision().kind());
        add(line, "because", Presenter.lower(incident.recovery().decision().reason()));
        add(line, "message", headline);
        add(line, "incident", incident.id());
        return line.toString();
    }

    private static void add(StringJoiner line, String name, String value) {
        boolean plain = !value.isEmpty()
                && value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '\\' || c == '=' || c == 0x7f);
        line.add(name + "=" + (plain ? value : quoted(value)));
    }

    /** No line break or control character gets through: a message must not be able to forge a second line. */
    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                out.append(' ');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
