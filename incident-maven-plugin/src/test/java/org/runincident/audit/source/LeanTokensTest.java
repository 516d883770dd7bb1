package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.runincident.audit.source.ParserRun.Attempt;

/** What lean tokens make of a text is what the parser's own tokens make of it. */
class LeanTokensTest {
    private static final ParserRun RUN = new ParserRun();

    /** Where more sources are that both are compared on: {@code -Dincident.test.sources=<folder>}. */
    private static final String MORE = System.getProperty("incident.test.sources", "");

    private static final int TEXTS = Integer.getInteger("incident.test.texts", 300);

    private static final List<String> DAMAGE = List.of(
            "",
            " ",
            "\n",
            "\t",
            "\f",
            "\"",
            "'",
            "\\",
            "/",
            "*",
            "//",
            "/*",
            "*/",
            "<",
            ">",
            ">>",
            ">>>",
            "=",
            "-",
            "->",
            ":",
            "::",
            ".",
            "...",
            "_",
            "0",
            "08",
            "1",
            "0x",
            "0b1",
            "1.",
            ".5",
            "1e",
            "1e3",
            "L",
            "f",
            "d",
            "$",
            "@",
            "#",
            "`",
            "\u00e4",
            "\ud83d\ude00",
            "\"\"\"",
            "{",
            "}",
            "(",
            ")",
            ";",
            ",",
            "non-sealed",
            "yield",
            "record",
            "var",
            "when",
            "\\n",
            "\\0",
            "\\s",
            "\\q",
            "'a'",
            "'\\''",
            "//x\n",
            "/**/",
            "/***/",
            "///",
            "\u00a0",
            "\u001a",
            "\r");

    private record Shape(String kind, String range, String text) {}

    private static List<Shape> shapes(CompilationUnit unit) {
        List<Shape> shapes = new ArrayList<>();
        unit.walk(
                Node.TreeTraversal.PREORDER,
                node -> shapes.add(new Shape(
                        node.getClass().getSimpleName(),
                        node.getRange().map(Object::toString).orElse(""),
                        node.getChildNodes().isEmpty() ? node.toString() : "")));
        for (JavaToken token : unit.getTokenRange().orElseThrow()) {
            if (!token.getCategory().isWhitespaceOrComment()) {
                shapes.add(new Shape(
                        String.valueOf(token.getKind()),
                        token.getRange().map(Object::toString).orElse(""),
                        token.getText()));
            }
        }
        return shapes;
    }

    /** Whether the lean tokens took it. */
    private static boolean compared(String text) {
        Attempt lean = RUN.lean(text).orElse(null);
        if (lean == null) {
            return false;
        }
        Attempt full = RUN.full(text);
        assertThat(full.problems()).isEmpty();
        Iterator<Shape> expected = shapes(full.unit()).iterator();
        for (Shape shape : shapes(lean.unit())) {
            assertThat(shape).isEqualTo(expected.next());
        }
        assertThat(expected).isExhausted();
        assertThat(lean.comments().all()).isEqualTo(full.comments().all());
        return true;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_sources_of_this_module_and_all_fixtures_come_out_the_same() throws IOException {
        List<Path> files = new ArrayList<>(sources(Path.of("src")));
        files.addAll(sources(Path.of("../incident-archrules/src/test/fixtures")));
        if (!MORE.isEmpty()) {
            files.addAll(sources(Path.of(MORE)));
        }
        List<Path> others = new ArrayList<>();
        for (Path file : files) {
            String text = SourceText.decode(Files.readAllBytes(file), null).text();
            try {
                if (!text.contains("\\u") && !compared(text)) {
                    others.add(file);
                }
            } catch (AssertionError e) {
                throw new AssertionError(file + ": " + e.getMessage(), e);
            }
        }
        assertThat(others).as("texts that need the other tokens").hasSizeLessThan(files.size() / 20);
    }

    @Test
    void every_literal_and_sign_comes_out_the_same() {
        assertThat(compared("""
                class A<T extends Comparable<? super T>> {
                    double[] d = {1, 1., .5, 1.5e-3, 1e10, 0f, 0D, 09.5, 1_000, 07, 0x1F, 0XFFL, 0b10, 10l};
                    char[] c = {'a', '\\n', '\\'', '\\\\', '\\0', '\\177', '"'};
                    String s = "a \\"b\\" /* no */ // no \\t\\s" + "" + 'x';
                    String block = \"""
                        one "two" \\\""" three \\
                        four\""";
                    java.util.Map<String, java.util.List<java.util.List<T>>> nested;
                    int m(int... more) {
                        int x = more[0] >> 1 >>> 2 << 3;
                        x >>= 1; x >>>= 1; x <<= 1; x += 1; x -= 1; x *= 2; x /= 2; x %= 3; x &= 1; x |= 1; x ^= 1;
                        boolean b = x >= 1 && x <= 2 || x != 3 && !(x == 4) || x > 5 | x < 6 & true ^ false;
                        Runnable r = () -> { x++; --x; };
                        return b ? ~x : -x + +x % 2 * 3 / 4;
                    }
                    sealed interface S permits U, V {} non-sealed class U implements S {} record V(int _a) implements S {}
                    @interface N { int value() default 1; }
                    /**/ /***/ /** one */ /* two
                     * lines */ // end
                }
                // last""")).isTrue();
    }

    /** Damaged character by character, where tokens begin and end; more with {@code -Dincident.test.texts=100000}. */
    @Test
    void whatever_they_take_comes_out_the_same() throws IOException {
        List<Path> files = sources(Path.of("../incident-archrules/src/test/fixtures"));
        Random random = new Random(20261121L);
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = Files.readString(files.get(random.nextInt(files.size())));
            if (text.contains("\\u")) {
                continue;
            }
            StringBuilder damaged = new StringBuilder(text);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(damaged.length());
                String put = DAMAGE.get(random.nextInt(DAMAGE.size()));
                damaged.replace(at, at + random.nextInt(2), put);
            }
            String result = damaged.toString();
            try {
                taken += compared(result) ? 1 : 0;
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + " in\n" + result, e);
            }
        }
        assertThat(taken).isPositive();
    }

    @Test
    void what_is_not_plain_is_left_to_the_other_tokens() {
        for (String text : List.of(
                "class \u00c4 {}",
                "class A { String s = \"\\q\"; }",
                "class A { String s = \"open; }",
                "class A { char c = ''; }",
                "class A { int i = 08; }",
                "class A { int i = 1_; }",
                "class A { double d = 0x1p3; }",
                "class A { double d = 1.e; }",
                "class A { # }",
                "class A { /* open }",
                "/// one\n/// two\nclass A {}",
                "class A { String s = \"\ud83d\ude00\"; }",
                "class A { void m( }")) {
            assertThat(compared(text)).as(text).isFalse();
        }
    }
}
