package org.runincident.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.runincident.model.FailureCodes;

/** Writes and reads the model as JSON. Thread-safe; make one and keep it. */
public final class IncidentJson {
    private static final String SCHEMA = "run-incident-1.schema.json";

    private final ObjectMapper mapper;

    private IncidentJson(FailureCodes codes) {
        mapper = JsonMapper.builder()
                .addModule(new IncidentModule(codes))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    /** Knows the common codes and those of the installed providers. */
    public static IncidentJson installed() {
        return new IncidentJson(FailureCodes.installed());
    }

    /** Knows these codes. */
    public static IncidentJson knowing(FailureCodes codes) {
        return new IncidentJson(Objects.requireNonNull(codes, "codes"));
    }

    /** One line of JSON. */
    public String write(Object value) {
        return write(mapper.writer(), value);
    }

    /** JSON with line breaks, for people. */
    public String writePretty(Object value) {
        return write(mapper.writerWithDefaultPrettyPrinter(), value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(Objects.requireNonNull(value, "value"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    "cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * Reads what {@link #write} wrote, or what a newer version wrote.
     *
     * @throws UncheckedIOException if it is no JSON, or no JSON of this type
     */
    public <T> T read(String json, Class<T> type) {
        ObjectReader reader = mapper.readerFor(type);
        try {
            T value = reader.readValue(json);
            if (value == null) {
                throw new UncheckedIOException(new IOException("not a " + type.getSimpleName() + " in JSON: null"));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not a " + type.getSimpleName() + " in JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A mapper of the caller's own with the same behaviour, for arrays, trees and streams. */
    public ObjectMapper mapper() {
        return mapper.copy();
    }

    /** The JSON schema (draft 2020-12) of a run incident, version 1. */
    public static String schema() {
        try (InputStream in = IncidentJson.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(in, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema cannot be read from the library", e);
        }
    }
}
