package org.runincident.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.Confidence;
import org.runincident.model.FailureCodes;
import org.runincident.model.FailureReason;
import org.runincident.model.Outcome;
import org.runincident.model.RunStatus;
import org.runincident.model.UnknownCode;
import org.runincident.model.incident.Cause;
import org.runincident.model.incident.Facts;
import org.runincident.model.incident.NextAction;
import org.runincident.model.incident.Phase;
import org.runincident.model.incident.Recovery;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.incident.Samples;
import org.runincident.model.policy.DecisionReason;
import org.runincident.model.policy.GateDecision;
import org.runincident.model.policy.RecoveryDecision;
import org.runincident.model.policy.RetryPolicy;
import org.runincident.model.policy.StuckDetector;
import org.runincident.model.present.Audience;
import org.runincident.model.present.Presentation;
import org.runincident.model.present.Presenter;
import org.runincident.model.run.RunState;

class IncidentJsonTest {
    private static final FailureReason REASON = FailureReason.of(CommonCode.TIMEOUT);
    private static final IncidentJson JSON = IncidentJson.installed();

    private static <T> void roundTrip(T value, Class<T> type) {
        assertThat(JSON.read(JSON.write(value), type)).isEqualTo(value);
        assertThat(JSON.read(JSON.writePretty(value), type)).isEqualTo(value);
    }

    @Test
    void every_type_comes_back_as_it_went_out() {
        RunIncident incident = Samples.full();
        roundTrip(incident, RunIncident.class);
        roundTrip(Samples.plain("i", REASON), RunIncident.class);
        roundTrip(Facts.none(), Facts.class);
        roundTrip(Phase.of(Phase.Kind.DELIVERING), Phase.class);
        roundTrip(RetryPolicy.standard(), RetryPolicy.class);
        roundTrip(StuckDetector.standard(), StuckDetector.class);
        roundTrip(new GateDecision(GateDecision.Verdict.BLOCK, GateDecision.Reason.CHECK_FAILED), GateDecision.class);
        for (Audience audience : Audience.values()) {
            roundTrip(Presenter.standard().present(incident, audience), Presentation.class);
        }
        for (RecoveryDecision decision : Samples.decisions()) {
            roundTrip(decision, RecoveryDecision.class);
            assertThat(JSON.write(decision)).contains("\"kind\":\"" + decision.kind() + "\"");
        }
    }

    @Test
    void every_outcome_comes_back_as_it_went_out() {
        for (Outcome outcome : List.of(
                new Outcome.Succeeded(),
                new Outcome.PartlySucceeded(List.of("a", "b"), REASON),
                new Outcome.Failed(REASON),
                new Outcome.TimedOut(Duration.ofMinutes(5), REASON),
                new Outcome.Stuck(REASON),
                new Outcome.Cancelled("anna", REASON),
                new Outcome.DeliveryFailed(REASON))) {
            roundTrip(outcome, Outcome.class);
        }
    }

    @Test
    void a_reason_reads_well_in_any_language() throws IOException {
        JsonNode node = JSON.mapper()
                .readTree(JSON.write(FailureReason.of(CommonCode.DISK_FULL, "no room in {dir}")
                        .with("dir", "/data")
                        .source("writer")));

        assertThat(node).isEqualTo(JSON.mapper().readTree("""
                {"code": "disk_full", "category": "disk_full", "permanence": "permanent",
                 "message": "no room in /data", "template": "no room in {dir}",
                 "values": {"dir": "/data"}, "source": "writer"}"""));
    }

    @Test
    void what_has_no_value_is_not_written() {
        assertThat(JSON.write(new Outcome.Failed(REASON)))
                .isEqualTo("{\"kind\":\"failed\",\"reason\":{\"code\":\"timeout\",\"category\":\"timeout\","
                        + "\"permanence\":\"transient\",\"message\":\"It took longer than allowed.\"}}");
    }

    @Test
    void a_code_nobody_knows_is_kept_and_written_back_as_it_was() {
        String stored = "{\"code\":\"teleport_failed\",\"message\":\"Lost in space.\"}";

        FailureReason reason = JSON.read(stored, FailureReason.class);

        assertThat(reason.code()).isEqualTo(new UnknownCode("teleport_failed"));
        assertThat(reason.message()).isEqualTo("Lost in space.");
        assertThat(JSON.write(reason)).contains("\"code\":\"teleport_failed\"");
    }

    @Test
    void unknown_fields_of_a_newer_writer_are_ignored() throws IOException {
        RunIncident incident = Samples.full();
        JsonNode tree = JSON.mapper().readTree(JSON.write(incident));
        addEverywhere(tree);

        assertThat(JSON.read(tree.toString(), RunIncident.class)).isEqualTo(incident);
    }

    private static void addEverywhere(JsonNode node) {
        node.forEach(IncidentJsonTest::addEverywhere);
        // Objects with free names (values, context entries, details, cuts) are no place for a new field.
        if (node instanceof ObjectNode object
                && (object.has("code")
                        || object.has("kind")
                        || object.has("id")
                        || object.has("at")
                        || object.has("links")
                        || object.has("type")
                        || object.has("actions"))) {
            object.putObject("newField").put("deep", true);
        }
    }

    @Test
    void unknown_values_of_a_newer_writer_become_the_careful_answer() {
        RunIncident incident = JSON.read("""
                {"schemaVersion": 2, "id": "i", "runId": "r", "at": "2026-01-02T03:04:05Z", "status": "vanished",
                 "cause": {"reason": {"code": "timeout"}, "confidence": "sort of",
                           "evidence": [{"suggests": "timeout", "strength": "dreamt"}]},
                 "phase": {"kind": "warping"},
                 "recovery": {"decision": {"kind": "pray", "reason": "hope"}, "actions": ["pray", "retry"]}}""", RunIncident.class);

        assertThat(incident.status()).isEqualTo(RunStatus.NEEDS_REVIEW);
        assertThat(incident.schemaVersion()).isEqualTo(2);
        assertThat(incident.cause().confidence()).isEqualTo(Confidence.LOW);
        assertThat(incident.phase()).isEqualTo(Phase.of(Phase.Kind.UNKNOWN));
        assertThat(incident.recovery().decision()).isEqualTo(new RecoveryDecision.Ask(DecisionReason.LOW_CONFIDENCE));
        assertThat(incident.recovery().actions()).containsExactly(NextAction.VIEW_REPORT, NextAction.RETRY);
        assertThat(incident.facts()).isEqualTo(Facts.none());
    }

    @Test
    void an_outcome_nobody_knows_reads_as_failed_and_keeps_its_kind() {
        Outcome outcome = JSON.read("{\"kind\":\"evaporated\"}", Outcome.class);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason().isUnrecorded()).isTrue();
            assertThat(failed.reason().context().entries()).containsEntry("outcome", "evaporated");
        });
        assertThat(JSON.read("{}", Outcome.class)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void old_rows_without_a_reason_read_as_unrecorded() {
        assertThat(JSON.read("{\"kind\":\"failed\"}", Outcome.class))
                .isEqualTo(Outcome.failed(FailureReason.unrecorded()));
        assertThat(JSON.read("{\"kind\":\"partly_succeeded\"}", Outcome.class))
                .isEqualTo(new Outcome.PartlySucceeded(List.of("unrecorded"), FailureReason.unrecorded()));
        assertThat(JSON.read("{\"kind\":\"timed_out\",\"limit\":\"soon\"}", Outcome.class))
                .isEqualTo(new Outcome.TimedOut(Duration.ZERO, FailureReason.unrecorded()));
        assertThat(JSON.read("{\"kind\":\"cancelled\",\"reason\":null}", Outcome.class))
                .isEqualTo(new Outcome.Cancelled("unrecorded", FailureReason.unrecorded()));
        assertThat(JSON.read("{\"message\":\"it broke\"}", FailureReason.class))
                .isEqualTo(FailureReason.of(CommonCode.UNRECORDED, "it broke"));
        assertThat(JSON.read("{}", FailureReason.class)).isEqualTo(FailureReason.unrecorded());
        assertThat(JSON.read("{\"code\":\"\"}", FailureReason.class)).isEqualTo(FailureReason.unrecorded());
        assertThat(JSON.read(
                                "{\"runId\":\"r\",\"status\":\"failed\",\"version\":3,\"since\":\"2026-01-02T03:04:05Z\","
                                        + "\"reason\":null}",
                                RunState.class)
                        .reason())
                .isEqualTo(FailureReason.unrecorded());
        assertThat(JSON.read("{}", Cause.class).reason().isUnrecorded()).isTrue();
        assertThat(JSON.read("{}", Recovery.class).actions()).containsExactly(NextAction.VIEW_REPORT);
    }

    @Test
    void free_text_from_before_reasons_had_a_structure_is_kept() {
        assertThat(JSON.read("\"it broke\"", FailureReason.class))
                .isEqualTo(FailureReason.of(CommonCode.UNRECORDED, "it broke"));
        assertThat(JSON.read("\" \"", FailureReason.class)).isEqualTo(FailureReason.unrecorded());
    }

    @Test
    void what_is_no_such_json_is_said_in_one_sentence() {
        for (String bad : List.of("", "{", "null", "[]", "{\"limit\":")) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> JSON.read(bad, RunState.class))
                    .withMessageContaining("not a RunState in JSON");
        }
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> JSON.read("{\"runId\":\"r\",\"since\":\"yesterday\"}", RunState.class))
                .withMessageContaining("yesterday");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> JSON.read("{\"runId\":\"r\",\"since\":{}}", RunState.class));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> JSON.write(new Object() {
                    @SuppressWarnings("unused")
                    public String getBroken() {
                        throw new IllegalStateException();
                    }
                }))
                .withMessageStartingWith("cannot be written as JSON");
    }

    @Test
    void the_callers_mapper_is_its_own() {
        assertThat(JSON.mapper()).isNotSameAs(JSON.mapper());
        IncidentJson none = IncidentJson.knowing(FailureCodes.with(List.of()));
        assertThat(none.read("{\"code\":\"timeout\"}", FailureReason.class)).isEqualTo(REASON);
    }

    @Test
    void incidents_are_valid_against_the_published_schema() {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(IncidentJson.schema());

        assertThat(schema.validate(JSON.write(Samples.full()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(JSON.write(Samples.plain("i", REASON)), InputFormat.JSON))
                .isEmpty();
        for (RecoveryDecision decision : Samples.decisions()) {
            RunIncident full = Samples.full();
            RunIncident other = new RunIncident(
                    1,
                    full.id(),
                    full.runId(),
                    full.at(),
                    full.status(),
                    full.facts(),
                    full.cause(),
                    full.phase(),
                    new Recovery(decision, List.of(NextAction.RETRY)),
                    null);
            assertThat(schema.validate(JSON.write(other), InputFormat.JSON)).isEmpty();
        }
        assertThat(schema.validate("{\"schemaVersion\":1}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void every_field_that_is_written_stands_in_the_schema() throws IOException {
        JsonNode schema = JSON.mapper().readTree(IncidentJson.schema());

        assertKnown(JSON.mapper().readTree(JSON.write(Samples.full())), schema, schema, "");
    }

    private static void assertKnown(JsonNode value, JsonNode type, JsonNode root, String path) {
        JsonNode known = type;
        if (type.has("$ref")) {
            known = root.at(type.get("$ref").asText().substring(1));
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                assertKnown(item, known.path("items"), root, path + "[]");
            }
        } else if (value.isObject() && !known.has("additionalProperties")) {
            JsonNode properties = known.path("properties");
            value.properties().forEach(field -> {
                assertThat(properties.has(field.getKey()))
                        .as(path + "." + field.getKey())
                        .isTrue();
                assertKnown(field.getValue(), properties.get(field.getKey()), root, path + "." + field.getKey());
            });
        }
    }
}
