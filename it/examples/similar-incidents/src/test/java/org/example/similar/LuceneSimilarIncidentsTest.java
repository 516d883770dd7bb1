package org.example.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.incident.Cause;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.insight.SimilarIncidents.Similar;

class LuceneSimilarIncidentsTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private LuceneSimilarIncidents incidents;

    @BeforeEach
    void open() throws IOException {
        incidents = new LuceneSimilarIncidents();
    }

    @AfterEach
    void close() throws IOException {
        incidents.close();
    }

    private static RunIncident incident(String id, CommonCode code, String message) {
        return incident(id, code, message, NOON);
    }

    private static RunIncident incident(String id, CommonCode code, String message, Instant at) {
        Cause cause = Cause.recorded(FailureReason.of(code, message));
        return new RunIncident(1, id, "run of " + id, at, RunStatus.FAILED, null, cause, null, null, null);
    }

    @Test
    void the_most_similar_comes_first_with_what_resolved_it() throws IOException {
        incidents.remember(incident("words", CommonCode.FILE_IO, "Volume data is gone"), null);
        incidents.remember(incident("other", CommonCode.TIMEOUT, "Nobody answered"), "patience");
        incidents.remember(incident("same", CommonCode.DISK_FULL, "Volume data is full"), "a bigger disk");

        var found = incidents.like(incident("new", CommonCode.DISK_FULL, "Volume data is full"), 5);

        assertThat(found).map(Similar::incidentId).containsExactly("same", "words");
        assertThat(found).map(Similar::resolution).containsExactly("a bigger disk", null);
        assertThat(found).map(Similar::runId).containsExactly("run of same", "run of words");
        assertThat(found).allMatch(similar -> similar.score() > 0 && similar.score() <= 1);
        assertThat(found.get(0).score()).isGreaterThan(found.get(1).score());
    }

    @Test
    void among_equals_the_latest_comes_first_and_never_the_incident_itself() throws IOException {
        RunIncident late = incident("late", CommonCode.TIMEOUT, "Late.", NOON.plusSeconds(2));
        incidents.remember(late, null);
        incidents.remember(incident("first", CommonCode.TIMEOUT, "Late.", NOON), null);
        incidents.remember(incident("second", CommonCode.TIMEOUT, "Late.", NOON.plusSeconds(1)), null);

        assertThat(incidents.like(late, 5)).map(Similar::incidentId).containsExactly("second", "first");
        assertThat(incidents.like(late, 1)).map(Similar::incidentId).containsExactly("second");
    }

    @Test
    void a_deleted_incident_never_surfaces_again() throws IOException {
        RunIncident gone = incident("gone", CommonCode.TIMEOUT, "Late.");
        incidents.remember(gone, "luck");
        incidents.delete("gone");
        incidents.remember(gone, "luck");

        assertThat(incidents.like(incident("new", CommonCode.TIMEOUT, "Late."), 5)).isEmpty();
    }

    @Test
    void an_incident_remembered_twice_surfaces_once() throws IOException {
        RunIncident twice = incident("twice", CommonCode.TIMEOUT, "Late.");
        incidents.remember(twice, null);
        incidents.remember(twice, "patience");

        assertThat(incidents.like(incident("new", CommonCode.TIMEOUT, "Late."), 5))
                .singleElement()
                .extracting(Similar::resolution)
                .isEqualTo("patience");
    }
}
