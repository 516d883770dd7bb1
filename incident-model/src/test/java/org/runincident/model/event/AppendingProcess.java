package org.runincident.model.event;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Appends events to a log for ever, and says the number of each on standard output once the log has acknowledged it. */
final class AppendingProcess {
    private AppendingProcess() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try (FileEventLog log = FileEventLog.open(Path.of(args[0]))) {
            while (true) {
                RunEvent kept = log.append(NewEvent.of("r", EventKind.TOOL_INVOKED, "child")
                        .with(EventData.TEXT, "x".repeat((int) (log.last() * 37 % 3_000))));
                out.println(kept.seq());
                out.flush();
            }
        }
    }
}
