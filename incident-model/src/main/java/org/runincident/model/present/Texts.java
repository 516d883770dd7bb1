package org.runincident.model.present;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.runincident.model.Template;

/**
 * The sentences of presentations in one language: English, German, and what applications add. What a language lacks is said
 * in English. Independent of the machine's own locale.
 */
public final class Texts {
    private final Locale language;
    private final Map<String, String> texts;

    private Texts(Locale language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    /** The sentences of this library, in a language or else in English. */
    public static Texts in(Locale language) {
        Map<String, String> texts = new HashMap<>();
        load("messages.properties", texts);
        boolean known = load("messages_" + language.getLanguage() + ".properties", texts);
        return new Texts(known ? Locale.forLanguageTag(language.getLanguage()) : Locale.ENGLISH, texts);
    }

    private static boolean load(String name, Map<String, String> texts) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                return false;
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts " + name + " cannot be read from the library", e);
        }
    }

    /**
     * These and more, or better ones: under {@code code.<code>} the sentence of a failure code of an application's own.
     */
    public Texts and(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(more);
        return new Texts(language, all);
    }

    /** The language the texts are in. */
    public Locale language() {
        return language;
    }

    /** A sentence with its values filled in; the key itself if there is no such sentence. */
    String say(String key, Map<String, String> values) {
        return Template.fill(find(key).orElse(key), values);
    }

    String say(String key) {
        return say(key, Map.of());
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(Objects.requireNonNull(key, "key")));
    }
}
