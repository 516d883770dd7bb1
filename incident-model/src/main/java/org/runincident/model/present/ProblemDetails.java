package org.runincident.model.present;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.runincident.model.FailureCategory;
import org.runincident.model.incident.RunIncident;

/**
 * A failure as an HTTP problem (RFC 9457, media type {@value #MEDIA_TYPE}); redacted like every presentation.
 *
 * @param type a URI that identifies the code
 * @param title the code's own sentence
 * @param status the HTTP status
 * @param detail the reason in one sentence
 * @param instance a URI that identifies the incident
 * @param extensions further members, in order: code, run, retry_after (seconds) where it is tried again
 */
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonAnyGetter Map<String, Object> extensions) {
    /** Media type of the JSON form. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public ProblemDetails {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(instance, "instance");
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /**
     * The problem an incident is.
     *
     * @param presenter for language and redaction
     */
    public static ProblemDetails of(RunIncident incident, Presenter presenter) {
        String code = incident.cause().reason().code().code();
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("code", code);
        more.put("run", incident.runId());
        Duration wait = incident.recovery()
                .decision()
                .match(
                        retry -> retry.after(),
                        pause -> null,
                        resume -> resume.after(),
                        restore -> null,
                        other -> null,
                        ask -> null,
                        abandon -> null,
                        busy -> busy.retryAfter());
        if (wait != null) {
            more.put("retry_after", wait.toSeconds());
        }
        return new ProblemDetails(
                "urn:run-incident:code:" + code,
                incident.cause().reason().code().message(),
                status(incident.cause().reason().category()),
                presenter.present(incident, Audience.USER).headline(),
                "urn:run-incident:" + incident.id(),
                more);
    }

    /** The HTTP status that fits a kind of trouble best. */
    public static int status(FailureCategory category) {
        return switch (category) {
            case RATE_LIMIT -> 429;
            case TIMEOUT -> 504;
            case MODEL, NETWORK, DELIVERY -> 502;
            case DISPATCH, WORKER_CRASH -> 503;
            case DISK_FULL -> 507;
            case USER_CANCEL -> 409;
            case CONFIGURATION, FILE_IO, STUCK, INTERNAL, UNKNOWN -> 500;
        };
    }
}
