package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    private static SourceText decode(byte[] bytes) {
        return SourceText.decode(bytes, null);
    }

    @Test
    void utf_8_is_read_as_it_is() {
        SourceText read = decode("class Größe {}".getBytes(StandardCharsets.UTF_8));
        assertThat(read.text()).isEqualTo("class Größe {}");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_left_out() {
        assertThat(decode("\uFEFFclass A {}".getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo("class A {}");
    }

    @Test
    void the_stated_encoding_is_taken_where_the_text_is_not_utf_8() {
        byte[] latin = "// größer".getBytes(StandardCharsets.ISO_8859_1);
        SourceText read = SourceText.decode(latin, StandardCharsets.ISO_8859_1);
        assertThat(read.text()).isEqualTo("// größer");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void an_unknown_encoding_is_read_all_the_same_and_said() {
        SourceText read = decode("// größer".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.text()).isEqualTo("// größer");
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.problem()).contains("not UTF-8");
            assertThat(problem.whole()).isFalse();
        });
    }

    @Test
    void a_written_replacement_character_is_no_wrong_encoding() {
        assertThat(decode("// \uFFFD".getBytes(StandardCharsets.UTF_8)).problems())
                .isEmpty();
    }

    @Test
    void utf_16_is_known_by_its_mark() {
        assertThat(decode("class A {}".getBytes(StandardCharsets.UTF_16)).text())
                .isEqualTo("class A {}");
    }

    @Test
    void line_ends_do_not_matter() {
        assertThat(decode("a\r\nb\rc\n".getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo("a\nb\nc\n");
    }

    @Test
    void a_file_that_is_not_there_is_a_problem() {
        SourceText read = SourceText.read(new SourceFile("A.java", Path.of("no", "A.java"), "m", true), null);
        assertThat(read.text()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.whole()).isTrue());
    }
}
