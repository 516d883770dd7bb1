package org.runincident.audit.fork;

import java.io.DataInputStream;
import java.io.IOException;

/** What a JVM was started for, as it hears of it. */
public final class Order {
    private Order() {}

    /**
     * Reads what {@link ChildJvm#run} was given, and from then on ends this JVM with the one that started it.
     *
     * @throws IOException when nothing whole is there to be read
     */
    public static byte[] read() throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        byte[] order = in.readNBytes(in.readInt());
        Thread watch = new Thread(
                () -> {
                    try {
                        while (in.read() >= 0) {
                            // nothing more is said; what counts is the end
                        }
                    } catch (IOException e) {
                        // a torn pipe is the end, too
                    }
                    Runtime.getRuntime().halt(1);
                },
                "incident-parent-watch");
        watch.setDaemon(true);
        watch.start();
        return order;
    }
}
