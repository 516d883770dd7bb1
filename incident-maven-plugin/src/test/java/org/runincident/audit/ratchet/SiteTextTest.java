package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.runincident.code.Span;

class SiteTextTest {
    @Test
    void white_space_comments_and_names_of_locals_take_no_part() {
        assertThat(SiteText.normalise("task . setStatus( FAILED ) ; // why"))
                .isEqualTo(SiteText.normalise("job.setStatus(/* why */ FAILED);next();"));
    }

    @Test
    void names_of_members_types_and_constants_do() {
        assertThat(SiteText.normalise("task.setStatus(FAILED);"))
                .isNotEqualTo(SiteText.normalise("task.setState(FAILED);"));
        assertThat(SiteText.normalise("task.setStatus(FAILED);"))
                .isNotEqualTo(SiteText.normalise("task.setStatus(LOST);"));
        assertThat(SiteText.normalise("this.status = x;")).isNotEqualTo(SiteText.normalise("this.state = x;"));
    }

    @Test
    void a_site_ends_with_its_statement_or_block() {
        assertThat(SiteText.normalise("catch (Exception e) { a(); } finally { b(); }"))
                .isEqualTo("catch ( Exception _ ) { a ( ) ; }");
        assertThat(SiteText.normalise("x.fail()); y();")).isEqualTo("_ . fail ( )");
    }

    @Test
    void a_site_is_read_from_its_column_over_the_lines_behind() {
        List<String> lines = List.of("if (x) task.setStatus(", "    FAILED);", "other();");
        assertThat(SiteText.of(lines, new Span(1, 8, 2, 12))).isEqualTo("_ . setStatus ( FAILED ) ;");
    }

    @Test
    void a_span_outside_of_the_file_is_no_text() {
        assertThat(SiteText.of(List.of("a();"), new Span(7, 1, 7, 4))).isEmpty();
        assertThat(SiteText.of(List.of("a();"), new Span(1, 90, 1, 99))).isEmpty();
    }

    @Property(tries = 500)
    void any_text_is_normalised_without_failing(@ForAll String source) {
        assertThat(SiteText.normalise(source)).doesNotContain("\n");
    }
}
