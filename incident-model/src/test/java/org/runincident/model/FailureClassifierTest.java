package org.runincident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.InvalidKeyException;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassifierTest {
    private static final class RateLimitedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class TooManyRequests extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class ThrottlingException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class ReadTimeout extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class RequestTimedOut extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class LlmAnswerException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class ChatModelException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class ModelErrorResponse extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of(new InterruptedException(), CommonCode.INTERRUPTED),
                Arguments.of(new ClosedByInterruptException(), CommonCode.INTERRUPTED),
                Arguments.of(new CancellationException(), CommonCode.USER_CANCELLED),
                Arguments.of(new TimeoutException(), CommonCode.TIMEOUT),
                Arguments.of(new SocketTimeoutException(), CommonCode.TIMEOUT),
                Arguments.of(new ReadTimeout(), CommonCode.TIMEOUT),
                Arguments.of(new RequestTimedOut(), CommonCode.TIMEOUT),
                Arguments.of(new IOException("No space left on device"), CommonCode.DISK_FULL),
                Arguments.of(
                        new FileSystemException("a", null, "There is not enough space on the disk"),
                        CommonCode.DISK_FULL),
                Arguments.of(new IOException("Disk quota exceeded"), CommonCode.DISK_FULL),
                Arguments.of(new IOException("write failed: disk full"), CommonCode.DISK_FULL),
                Arguments.of(new ConnectException(), CommonCode.NETWORK_FAILED),
                Arguments.of(new UnknownHostException(), CommonCode.NETWORK_FAILED),
                Arguments.of(new SSLHandshakeException("x"), CommonCode.NETWORK_FAILED),
                Arguments.of(new AccessDeniedException("a"), CommonCode.ACCESS_DENIED),
                Arguments.of(new SecurityException(), CommonCode.ACCESS_DENIED),
                Arguments.of(new InvalidKeyException(), CommonCode.ACCESS_DENIED),
                Arguments.of(new OutOfMemoryError(), CommonCode.OUT_OF_MEMORY),
                Arguments.of(new RejectedExecutionException(), CommonCode.DISPATCH_REFUSED),
                Arguments.of(new MissingResourceException("m", "c", "k"), CommonCode.MISSING_CONFIGURATION),
                Arguments.of(new RateLimitedException(), CommonCode.RATE_LIMITED),
                Arguments.of(new TooManyRequests(), CommonCode.RATE_LIMITED),
                Arguments.of(new ThrottlingException(), CommonCode.RATE_LIMITED),
                Arguments.of(new LlmAnswerException(), CommonCode.MODEL_FAILED),
                Arguments.of(new ChatModelException(), CommonCode.MODEL_FAILED),
                Arguments.of(new ModelErrorResponse(), CommonCode.MODEL_FAILED),
                Arguments.of(new NoSuchFileException("a"), CommonCode.FILE_IO),
                Arguments.of(new FileNotFoundException("a"), CommonCode.FILE_IO),
                Arguments.of(new IOException(), CommonCode.FILE_IO),
                Arguments.of(new IllegalStateException(), CommonCode.INTERNAL_ERROR),
                Arguments.of(new StackOverflowError(), CommonCode.INTERNAL_ERROR),
                Arguments.of(new Exception("checked"), CommonCode.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void exceptions_have_their_usual_meaning(Throwable error, FailureCode code) {
        FailureReason reason = FailureReason.from(error);

        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.cause().top().type()).isEqualTo(error.getClass().getName());
    }

    @Test
    void wrappers_do_not_hide_what_they_wrap() {
        assertThat(FailureReason.from(new ExecutionException(new CompletionException(new TimeoutException())))
                        .code())
                .isEqualTo(CommonCode.TIMEOUT);
    }

    @Test
    void the_outermost_known_exception_decides() {
        TimeoutException outer = new TimeoutException();
        outer.initCause(new ConnectException());

        assertThat(FailureReason.from(outer).code()).isEqualTo(CommonCode.TIMEOUT);
    }

    @Test
    void of_broad_kinds_the_innermost_decides() {
        assertThat(FailureReason.from(new UncheckedIOException(new IOException("x")))
                        .code())
                .isEqualTo(CommonCode.FILE_IO);
        assertThat(FailureReason.from(new IllegalStateException(new Exception()))
                        .code())
                .isEqualTo(CommonCode.INTERNAL_ERROR);
    }

    @Test
    void an_own_classifier_comes_first_and_leaves_the_rest_to_the_standard_one() {
        FailureClassifier own = error ->
                error instanceof IllegalStateException ? Optional.of(CommonCode.INVALID_INPUT) : Optional.empty();
        FailureClassifier both = own.orElse(FailureClassifier.standard());

        assertThat(both.reason(new IllegalStateException(new TimeoutException()))
                        .code())
                .isEqualTo(CommonCode.INVALID_INPUT);
        assertThat(both.reason(new TimeoutException()).code()).isEqualTo(CommonCode.TIMEOUT);
        assertThat(own.reason(new TimeoutException()).code()).isEqualTo(CommonCode.UNKNOWN);
    }

    @Test
    void a_chain_that_bites_its_tail_ends() {
        Exception a = new Exception("a");
        Exception b = new Exception("b", a);
        a.initCause(b);

        assertThat(FailureReason.from(a).code()).isEqualTo(CommonCode.UNKNOWN);
    }
}
