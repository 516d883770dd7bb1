package org.runincident.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.runincident.model.FailureCode;
import org.runincident.model.FailureCodes;
import org.runincident.model.FailureReason;
import org.runincident.model.Outcome;
import org.runincident.model.UnknownCode;

/** What Jackson does not know by itself: times, enums in lower case, codes, reasons, outcomes. */
final class IncidentModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    IncidentModule(FailureCodes codes) {
        super("incident-model");
        addSerializer(new AsText<>(Instant.class, Instant::toString));
        addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse));
        addSerializer(new AsText<>(Duration.class, Duration::toString));
        addDeserializer(Duration.class, new FromText<>(Duration.class, Duration::parse));
        addSerializer(new AsText<>(Enum.class, IncidentModule::nameOf));
        addSerializer(new AsText<>(FailureCode.class, IncidentModule::codeOf));
        addDeserializer(FailureCode.class, new FromText<>(FailureCode.class, codes::find));
        addSerializer(FailureReason.class, new ReasonJson.Writer());
        addDeserializer(FailureReason.class, new ReasonJson.Reader());
        addSerializer(Outcome.class, new OutcomeJson.Writer());
        addDeserializer(Outcome.class, new OutcomeJson.Reader());
    }

    private static String nameOf(Enum<?> constant) {
        return constant instanceof FailureCode code
                ? code.code()
                : constant.name().toLowerCase(Locale.ROOT);
    }

    private static String codeOf(FailureCode code) {
        return code instanceof UnknownCode unknown ? unknown.raw() : code.code();
    }

    private static final class AsText<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<? super T, String> text;

        AsText(Class<T> type, Function<? super T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, ? extends T> parse;

        FromText(Class<T> type, Function<String, ? extends T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString();
            if (text == null) {
                return handledType().cast(context.handleUnexpectedToken(handledType(), in));
            }
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                return handledType().cast(context.handleWeirdStringValue(handledType(), text, "%s", e.getMessage()));
            }
        }

        @SuppressWarnings("unchecked")
        @Override
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }
    }
}
