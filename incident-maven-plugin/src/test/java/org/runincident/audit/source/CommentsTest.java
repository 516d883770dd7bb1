package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.runincident.code.Span;

class CommentsTest {
    private static final String TEXT = """
            /** Says what
             * it is. */
            class A { // one
                /* two */ int f; /**/
                /// three
                String s = "// none";
            }
            """;

    private final Comments comments = new JavaSourceParser()
            .parse(new SourceFile("A.java", Path.of("A.java"), "m", true), TEXT)
            .comments();

    @Test
    void texts_have_no_markers() {
        assertThat(comments.all())
                .extracting(Comments.Comment::text)
                .containsExactly("Says what\nit is.", "one", "two", "", "three");
    }

    @Test
    void comments_inside_a_range() {
        assertThat(comments.within(new Span(3, 9, 7, 1))).containsExactly("one", "two", "three");
    }

    @Test
    void comments_that_touch_lines() {
        assertThat(comments.onLines(2, 3)).containsExactly("Says what\nit is.", "one");
        assertThat(comments.onLines(6, 6)).isEmpty();
    }
}
