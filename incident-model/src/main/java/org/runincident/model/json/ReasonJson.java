package org.runincident.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.runincident.model.CommonCode;
import org.runincident.model.Context;
import org.runincident.model.ErrorChain;
import org.runincident.model.FailureCode;
import org.runincident.model.FailureReason;

/** Reasons: {@code code}, {@code message} (the finished sentence, for other languages), {@code template}, {@code values}, ... */
final class ReasonJson {
    private ReasonJson() {}

    static final class Writer extends JsonSerializer<FailureReason> {
        @Override
        public void serialize(FailureReason reason, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject(reason);
            provider.defaultSerializeField("code", reason.code(), out);
            provider.defaultSerializeField("category", reason.category(), out);
            provider.defaultSerializeField("permanence", reason.permanence(), out);
            out.writeStringField("message", reason.message());
            if (!reason.template().equals(reason.message())) {
                out.writeStringField("template", reason.template());
            }
            if (!reason.values().isEmpty()) {
                provider.defaultSerializeField("values", reason.values(), out);
            }
            if (reason.source() != null) {
                out.writeStringField("source", reason.source());
            }
            if (!reason.context().isEmpty()) {
                provider.defaultSerializeField("context", reason.context(), out);
            }
            if (reason.cause() != null) {
                provider.defaultSerializeField("cause", reason.cause(), out);
            }
            out.writeEndObject();
        }
    }

    static final class Reader extends JsonDeserializer<FailureReason> {
        @Override
        public FailureReason deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read(context.readTree(in), context);
        }

        /** A row whose reason is null was written without one. */
        @Override
        public FailureReason getNullValue(DeserializationContext context) {
            return null;
        }

        static FailureReason read(JsonNode node, DeserializationContext context) throws IOException {
            if (node.isTextual()) {
                // Rows from before reasons had a structure held free text.
                return node.asText().isBlank()
                        ? FailureReason.unrecorded()
                        : FailureReason.of(CommonCode.UNRECORDED, node.asText());
            }
            FailureCode code = node.hasNonNull("code")
                    ? context.readTreeAsValue(node.get("code"), FailureCode.class)
                    : CommonCode.UNRECORDED;
            return new FailureReason(
                    code,
                    sentence(node, code),
                    texts(node.path("values")),
                    node.path("source").asText(null),
                    node.hasNonNull("context")
                            ? context.readTreeAsValue(node.get("context"), Context.class)
                            : Context.empty(),
                    node.hasNonNull("cause") ? context.readTreeAsValue(node.get("cause"), ErrorChain.class) : null);
        }

        private static String sentence(JsonNode node, FailureCode code) {
            for (String field : new String[] {"template", "message"}) {
                String text = node.path(field).asText("");
                if (!text.isBlank()) {
                    return text;
                }
            }
            return code.message();
        }

        private static Map<String, String> texts(JsonNode node) {
            Map<String, String> texts = new LinkedHashMap<>();
            node.properties()
                    .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
            return texts;
        }
    }
}
