package org.runincident.model;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What exceptions usually mean: by type where the JDK has one, else by how such types are commonly named. */
final class StandardClassifier {
    static final FailureClassifier SPECIFIC = error -> Optional.ofNullable(specific(error));

    private StandardClassifier() {}

    static FailureCode decide(FailureClassifier classifier, Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        FailureCode broad = null;
        for (Throwable next = error; next != null && seen.add(next); next = next.getCause()) {
            Optional<FailureCode> code = classifier.classify(next);
            if (code.isPresent()) {
                return code.get();
            }
            // The innermost exception is the closest to what happened; wrappers are often RuntimeException.
            FailureCode kind = broad(next);
            broad = kind == null ? broad : kind;
        }
        return broad == null ? CommonCode.UNKNOWN : broad;
    }

    private static FailureCode specific(Throwable error) {
        FailureCode byType = byType(error);
        return byType == null ? byName(error.getClass().getSimpleName()) : byType;
    }

    private static FailureCode byType(Throwable error) {
        if (error instanceof InterruptedException || error instanceof ClosedByInterruptException) {
            return CommonCode.INTERRUPTED;
        }
        if (error instanceof CancellationException) {
            return CommonCode.USER_CANCELLED;
        }
        if (error instanceof TimeoutException || error instanceof SocketTimeoutException) {
            return CommonCode.TIMEOUT;
        }
        if (error instanceof IOException && saysDiskFull(error.getMessage())) {
            return CommonCode.DISK_FULL;
        }
        if (error instanceof SocketException
                || error instanceof UnknownHostException
                || error instanceof SSLException) {
            return CommonCode.NETWORK_FAILED;
        }
        if (error instanceof AccessDeniedException
                || error instanceof SecurityException
                || error instanceof GeneralSecurityException) {
            return CommonCode.ACCESS_DENIED;
        }
        if (error instanceof OutOfMemoryError) {
            return CommonCode.OUT_OF_MEMORY;
        }
        if (error instanceof RejectedExecutionException) {
            return CommonCode.DISPATCH_REFUSED;
        }
        return error instanceof MissingResourceException ? CommonCode.MISSING_CONFIGURATION : null;
    }

    private static FailureCode byName(String type) {
        if (type.contains("RateLimit") || type.contains("TooManyRequests") || type.contains("Throttl")) {
            return CommonCode.RATE_LIMITED;
        }
        if (type.contains("Timeout") || type.contains("TimedOut")) {
            return CommonCode.TIMEOUT;
        }
        if (type.contains("Llm") || type.contains("ModelException") || type.contains("ModelError")) {
            return CommonCode.MODEL_FAILED;
        }
        return null;
    }

    private static FailureCode broad(Throwable error) {
        if (error instanceof IOException) {
            return CommonCode.FILE_IO;
        }
        return error instanceof RuntimeException || error instanceof Error ? CommonCode.INTERNAL_ERROR : null;
    }

    /** The JDK has no type for it; these are what Linux, macOS, Windows and quotas say. */
    private static boolean saysDiskFull(String message) {
        if (message == null) {
            return false;
        }
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left on device")
                || text.contains("not enough space on the disk")
                || text.contains("disk quota exceeded")
                || text.contains("disk full");
    }
}
