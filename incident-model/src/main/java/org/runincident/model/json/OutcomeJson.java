package org.runincident.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.runincident.model.FailureReason;
import org.runincident.model.Outcome;

/** Outcomes: {@code kind} and the fields of the variant. A kind nobody knows reads as failed, never as a success. */
final class OutcomeJson {
    private OutcomeJson() {}

    static final class Writer extends JsonSerializer<Outcome> {
        @Override
        public void serialize(Outcome outcome, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject(outcome);
            out.writeStringField("kind", outcome.status().name().toLowerCase(Locale.ROOT));
            for (Map.Entry<String, Object> field : fields(outcome).entrySet()) {
                provider.defaultSerializeField(field.getKey(), field.getValue(), out);
            }
            out.writeEndObject();
        }

        private static Map<String, Object> fields(Outcome outcome) {
            return outcome.match(
                    succeeded -> Map.of(),
                    partly -> with("undone", partly.undone(), partly),
                    failed -> Map.of("reason", failed.reason()),
                    timedOut -> with("limit", timedOut.limit(), timedOut),
                    stuck -> Map.of("reason", stuck.reason()),
                    cancelled -> with("by", cancelled.by(), cancelled),
                    undelivered -> Map.of("reason", undelivered.reason()));
        }

        private static Map<String, Object> with(String name, Object value, Outcome.Unsuccessful outcome) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(name, value);
            fields.put("reason", outcome.reason());
            return fields;
        }
    }

    static final class Reader extends JsonDeserializer<Outcome> {
        @Override
        public Outcome deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(in);
            String kind = node.path("kind").asText("");
            FailureReason reason = node.hasNonNull("reason")
                    ? ReasonJson.Reader.read(node.get("reason"), context)
                    : FailureReason.unrecorded();
            return switch (kind) {
                case "succeeded" -> new Outcome.Succeeded();
                case "partly_succeeded" -> new Outcome.PartlySucceeded(undone(node.path("undone")), reason);
                case "failed" -> new Outcome.Failed(reason);
                case "timed_out" -> new Outcome.TimedOut(limit(node.path("limit")), reason);
                case "stuck" -> new Outcome.Stuck(reason);
                case "cancelled" -> new Outcome.Cancelled(node.path("by").asText("unrecorded"), reason);
                case "delivery_failed" -> new Outcome.DeliveryFailed(reason);
                default -> new Outcome.Failed(reason.context("outcome", kind));
            };
        }

        private static List<String> undone(JsonNode node) {
            List<String> undone = new ArrayList<>();
            node.forEach(item -> undone.add(item.asText()));
            return undone.isEmpty() ? List.of("unrecorded") : undone;
        }

        private static Duration limit(JsonNode node) {
            try {
                return Duration.parse(node.asText());
            } catch (DateTimeException unreadable) {
                return Duration.ZERO;
            }
        }
    }
}
