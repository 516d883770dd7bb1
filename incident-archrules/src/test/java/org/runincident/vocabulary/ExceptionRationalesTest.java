package org.runincident.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.runincident.code.TypeName;

class ExceptionRationalesTest {
    private final ExceptionRationales rationales = Vocabulary.defaults().exceptionRationales();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closing is best effort",
                "ignore",
                "not a number:\n * take the default",
                "nothing to do (see #12)"
            })
    void words_are_a_reason(String comment) {
        assertThat(rationales.inComments(List.of(comment))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " * ",
                "TODO handle this",
                "TODO Auto-generated catch block",
                "FIXME",
                "e.printStackTrace();",
                "log.warn(\"failed\", e);",
                "throw e;",
                "NOPMD",
                "NOSONAR",
                "12"
            })
    void blanks_reminders_dead_code_and_marks_of_tools_are_none(String comment) {
        assertThat(rationales.inComments(List.of(comment))).isEmpty();
    }

    @Test
    void words_beside_the_mark_of_a_tool_count() {
        assertThat(rationales.inComments(List.of("NOPMD the file may be gone"))).isPresent();
    }

    @Test
    void the_first_comment_that_says_something_is_taken() {
        assertThat(rationales.inComments(List.of("TODO", "was never opened"))).contains("was never opened");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ignored", "ignore", "expected", "unused", "ignoredException", "exceptionCausedByTheOtherThread"
            })
    void names_that_say_it_is_not_wanted(String name) {
        assertThat(rationales.isTelling(name, List.of())).isTrue();
    }

    @Test
    void a_name_that_only_repeats_its_type_says_nothing() {
        assertThat(rationales.isTelling(
                        "exceptFileNotFound", List.of(TypeName.resolved("java.io.FileNotFoundException"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "ex", "exception", "t", "_", "failure", "ignorance"})
    void names_that_say_nothing(String name) {
        assertThat(rationales.isTelling(name, List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Closes it. Exceptions are ignored.",
                "Closes it quietly.",
                "@return the value, or null if it cannot be read",
                "If the text is not valid, it is returned as-is and no exception is thrown.",
                "This method never throws."
            })
    void a_doc_comment_that_tells_what_happens_on_failure(String documentation) {
        assertThat(rationales.inDocumentation(documentation)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Reads the file.",
                "@return the value",
                "@throws IllegalStateException if the value is invalid or null",
                "Marks the task as failed."
            })
    void a_doc_comment_that_does_not(String documentation) {
        assertThat(rationales.inDocumentation(documentation)).isEmpty();
    }
}
