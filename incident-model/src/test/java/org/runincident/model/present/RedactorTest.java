package org.runincident.model.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = Redactor.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "db.password",
                "DB_PASSWD",
                "clientSecret",
                "api_key",
                "access-key",
                "privateKey",
                "Authorization",
                "auth token",
                "credentials",
                "Set-Cookie",
                "passphrase",
                "pwd"
            })
    void what_is_named_like_a_secret_is_hidden(String name) {
        assertThat(redactor.redact(name, "hunter2")).isEqualTo("[redacted]");
        assertThat(Redactor.secretsOnly().redact(name, "hunter2")).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "path", "key", "cache_key", "tokens", "keyboard", "secretary", "attempts"})
    void what_is_not_is_shown(String name) {
        assertThat(redactor.redact(name, "value 7")).isEqualTo("value 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt", "userPrompt", "file_content", "body", "text", "arguments", "stderr", "response"})
    void raw_excerpts_show_only_their_length_unless_debugging(String name) {
        assertThat(redactor.redact(name, "Write me a book")).isEqualTo("[15 characters left out]");
        assertThat(Redactor.secretsOnly().redact(name, "Write me a book")).isEqualTo("Write me a book");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "login with password=hunter2 failed | login with password=[redacted] failed",
                "{\"api_key\": \"abc def\", \"n\": 1} | {\"api_key\": [redacted], \"n\": 1}",
                "access-key: 'x y' left | access-key: [redacted] left",
                "GET /?token=abc&page=2 | GET /?token=[redacted]&page=2",
                "Authorization: Bearer abcdefgh12345 | Authorization: [redacted] [redacted]",
                "sent bearer abcdefgh12345. | sent bearer [redacted]",
                "jdbc:postgresql://bob:s3cret@db/x | jdbc:postgresql://[redacted]@db/x",
                "redis://:s3cret@db | redis://[redacted]@db",
                "key sk-abcdefghijklmnop1234 used | key [redacted] used",
                "ghp_abcdefghijklmnopqrstuvwxyz | [redacted]",
                "xoxb-1234567890-abc | [redacted]",
                "AKIAABCDEFGHIJKLMNOP | [redacted]",
                "AIzaabcdefghijklmnopqrstuvwxyz01234 | [redacted]",
                "eyJhbGciOiJI.eyJzdWIiOiIx.sig | [redacted]",
                "nothing secret here: 42 | nothing secret here: 42"
            })
    void secrets_are_known_by_their_shape(String text, String shown) {
        assertThat(redactor.redact("", text)).isEqualTo(shown);
    }

    @Test
    void a_private_key_is_hidden_whole_or_torn() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----";

        assertThat(redactor.redact("", "a " + key + " b")).isEqualTo("a [redacted] b");
        assertThat(redactor.redact("", "-----BEGIN PRIVATE KEY-----\nMIIE")).isEqualTo("[redacted]");
    }

    @Test
    void hiding_twice_changes_nothing() {
        String once = redactor.redact("", "password=hunter2 and Bearer abcdefgh12345");

        assertThat(redactor.redact("", once)).isEqualTo(once);
    }

    @Test
    void no_text_makes_it_slow() {
        for (String part : new String[] {"a", "token", "a.", "-", "://a:", "eyJ", "bearer ", "-----BEGIN "}) {
            String text = part.repeat(20_000);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> redactor.redact("", text), part);
        }
    }
}
