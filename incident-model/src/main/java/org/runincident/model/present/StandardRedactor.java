package org.runincident.model.present;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Secrets and raw excerpts.
 *
 * @param excerpts whether raw excerpts are taken out too
 */
record StandardRedactor(boolean excerpts) implements Redactor {
    private static final String GONE = "[redacted]";

    private static final Set<String> SECRET = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "authorization",
            "credential",
            "credentials",
            "cookie");
    /** Words that make a key one that opens something: a "cache_key" does not. */
    private static final Set<String> OPENS = Set.of("api", "access", "private", "secret", "encryption", "signing");

    private static final Set<String> EXCERPT = Set.of(
            "prompt",
            "prompts",
            "completion",
            "content",
            "contents",
            "body",
            "text",
            "arguments",
            "stdout",
            "stderr",
            "response");

    private static final Pattern WORD_END = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    /** Repetitions are bounded or possessive, so that no text makes them slow. */
    private static final List<Shape> SHAPES = List.of(
            new Shape("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*+(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?", GONE),
            new Shape("(?i)\\b(bearer|basic)\\s{1,4}[a-z0-9+/._~=-]{8,}+", "$1 " + GONE),
            new Shape("(://)[^\\s/:@]{0,100}:[^\\s/@]{1,200}@", "$1" + GONE + "@"),
            new Shape(
                    "(?i)((?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key"
                            + "|private[_-]?key|credential|authorization)[\\w.-]{0,40}[\"']?\\s{0,4}[:=]\\s{0,4})"
                            + "(?!\\[redacted)(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"',;&}]++)",
                    "$1" + GONE),
            new Shape("\\beyJ[\\w-]{8,}+\\.[\\w-]{8,}+(?:\\.[\\w-]*+)?", GONE),
            new Shape("\\b(?:sk|pk|rk)-[\\w-]{16,}+", GONE),
            new Shape("\\bgh[pousr]_[A-Za-z0-9]{20,}+", GONE),
            new Shape("\\bxox[abprs]-[\\w-]{10,}+", GONE),
            new Shape("\\bA(?:KIA|SIA)[0-9A-Z]{16}\\b", GONE),
            new Shape("\\bAIza[\\w-]{30,}+", GONE));

    private record Shape(Pattern pattern, String replacement) {
        Shape(String regex, String replacement) {
            this(Pattern.compile(regex), replacement);
        }

        String in(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    @Override
    public String redact(String name, String text) {
        List<String> words = List.of(WORD_END.split(name)).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.stream().anyMatch(SECRET::contains)
                || words.contains("key") && words.stream().anyMatch(OPENS::contains)) {
            return GONE;
        }
        if (excerpts && words.stream().anyMatch(EXCERPT::contains)) {
            return "[" + text.length() + " characters left out]";
        }
        String shown = text;
        for (Shape shape : SHAPES) {
            shown = shape.in(shown);
        }
        return shown;
    }
}
