package org.runincident.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An exception and its causes, as data: what is left of a {@link Throwable} once it is stored.
 *
 * @param links the exception itself first, then its cause, and so on; never empty, at most {@value #MAX_LINKS}
 * @param leftOut how many further causes were cut off; zero or more
 */
public record ErrorChain(List<Link> links, int leftOut) {
    /** How many causes are kept. */
    public static final int MAX_LINKS = 16;
    /** How many frames of each stack trace are kept, from the top. */
    public static final int MAX_FRAMES = 12;
    /** How many characters of each message are kept. */
    public static final int MAX_MESSAGE = 2_000;

    /**
     * One exception of the chain.
     *
     * @param type binary name of its class
     * @param message its message, cut with a mark if long; null if it has none
     * @param frames the top of its stack trace; may be empty
     * @param framesLeftOut how many frames were cut off
     * @param suppressed how many exceptions it suppressed
     */
    public record Link(String type, String message, List<String> frames, int framesLeftOut, int suppressed) {
        public Link {
            type = type == null || type.isBlank() ? "unknown" : type;
            message = message == null ? null : Cut.at(MAX_MESSAGE, message);
            frames = frames == null ? List.of() : List.copyOf(frames);
        }

        /** {@code Type: message} with the simple name of the type, as one line. */
        public String line() {
            String simple = type.substring(type.lastIndexOf('.') + 1);
            return message == null || message.isBlank() ? simple : simple + ": " + message;
        }
    }

    public ErrorChain {
        links = links == null || links.isEmpty() ? List.of(new Link(null, null, null, 0, 0)) : List.copyOf(links);
        leftOut = Math.max(0, leftOut);
    }

    /** Reads an exception and its causes; a chain that bites its own tail is followed once. */
    public static ErrorChain of(Throwable error) {
        Objects.requireNonNull(error, "error");
        List<Link> links = new ArrayList<>();
        int leftOut = 0;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable next = error; next != null && seen.add(next); next = next.getCause()) {
            if (links.size() < MAX_LINKS) {
                links.add(link(next));
            } else {
                leftOut++;
            }
        }
        return new ErrorChain(links, leftOut);
    }

    private static Link link(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_FRAMES, trace.length); i++) {
            frames.add(trace[i].toString());
        }
        String message;
        try {
            message = error.getMessage();
        } catch (RuntimeException broken) {
            message = "(its getMessage threw " + broken.getClass().getName() + ")";
        }
        return new Link(
                error.getClass().getName(),
                message,
                frames,
                trace.length - frames.size(),
                error.getSuppressed().length);
    }

    /** The exception itself. */
    public Link top() {
        return links.get(0);
    }

    /** The last cause that is kept. */
    public Link root() {
        return links.get(links.size() - 1);
    }
}
