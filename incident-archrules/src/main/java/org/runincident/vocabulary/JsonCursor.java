package org.runincident.vocabulary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Walks a JSON text token by token, so that every problem can name its line. Comments and trailing commas are allowed, a
 * key given twice is not.
 */
final class JsonCursor implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String shownAs;
    private final JsonParser parser;
    private JsonToken token;
    private int keyLine;

    /** Made when first asked for: most projects have nothing that is read as a tree, and it takes long to load. */
    private static final class Trees {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    /** Reads one member of an object; the cursor stands on its value, and on the value's last token afterwards. */
    interface Member {
        void read(String key) throws IOException;
    }

    /** Looks at one element of a list while the cursor stands on it. */
    interface Element {
        void check(String text);
    }

    JsonCursor(byte[] text, String shownAs) throws IOException {
        this.shownAs = shownAs;
        this.parser = FACTORY.createParser(text);
        this.token = parser.nextToken();
    }

    boolean isAtEnd() {
        return token == null;
    }

    boolean isText() {
        return token == JsonToken.VALUE_STRING;
    }

    boolean isList() {
        return token == JsonToken.START_ARRAY;
    }

    boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    /** Goes through the members of the object the cursor stands on. */
    void object(String key, Member member) throws IOException {
        if (!isObject()) {
            throw wrongKind(key, "an object");
        }
        while (advance() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            keyLine = line();
            advance();
            member.read(name);
        }
    }

    List<String> texts(String key, Element element) throws IOException {
        if (!isList()) {
            throw wrongKind(key, "a list of strings");
        }
        List<String> found = new ArrayList<>();
        while (advance() != JsonToken.END_ARRAY) {
            if (!isText()) {
                throw wrongKind(key, "a list of strings");
            }
            element.check(parser.getText());
            found.add(parser.getText());
        }
        return found;
    }

    String text(String key, String wanted) throws IOException {
        if (!isText()) {
            throw wrongKind(key, wanted);
        }
        return parser.getText();
    }

    JsonNode tree() throws IOException {
        return Trees.MAPPER.readTree(parser);
    }

    /** Complains when something stands behind the value. */
    void end() throws IOException {
        if (advance() != null) {
            throw problem("nothing may stand behind the closing brace");
        }
    }

    private JsonToken advance() throws IOException {
        token = parser.nextToken();
        return token;
    }

    ConfigProblem wrongKind(String key, String wanted) {
        return problem("\"" + key + "\" must be " + wanted + ", not " + kind());
    }

    ConfigProblem unknownKey(String key, Collection<String> known) {
        return unknownKey(key, nearest(key, known));
    }

    /**
     * @param help what to say after the key, with a leading blank
     */
    ConfigProblem unknownKey(String key, String help) {
        return at(keyLine, "unknown key \"" + key + "\"" + help);
    }

    /** {@code (nearest: "x")}, or what there is when nothing is near. */
    static String nearest(String written, Collection<String> known) {
        return Nearest.to(written, known)
                .map(name -> " (nearest: \"" + name + "\")")
                .orElse(known.size() > 6 ? "" : " (there are: " + String.join(", ", known) + ")");
    }

    ConfigProblem problem(String clause) {
        return at(line(), clause);
    }

    ConfigProblem problem(String clause, Throwable cause) {
        return new ConfigProblem(at(line(), clause).getMessage(), cause);
    }

    private ConfigProblem at(int line, String clause) {
        return new ConfigProblem(shownAs + ":" + line + ": " + clause);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    static ConfigProblem invalid(String shownAs, JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        String said = e.getOriginalMessage().lines().findFirst().orElse("").strip();
        return new ConfigProblem(shownAs + ":" + line + ": this is not valid JSON: " + said, e);
    }

    private String kind() {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "something else";
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
