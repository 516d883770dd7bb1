package org.runincident.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.code.TypeName;

class ExceptionTypesTest {
    private final ExceptionTypes types = Vocabulary.defaults().exceptionTypes();

    @Test
    void a_union_with_one_broad_type_is_broad() {
        assertThat(types.isBroad(List.of(jdk("java.io.IOException"), jdk("java.lang.RuntimeException"))))
                .isTrue();
        assertThat(types.isBroad(List.of(jdk("java.io.IOException")))).isFalse();
    }

    @Test
    void a_type_of_the_project_that_is_called_like_a_broad_one_is_not_broad() {
        assertThat(types.isBroad(List.of(jdk("shop.Error")))).isFalse();
        assertThat(types.isBroad(List.of(TypeName.written("Exception")))).isTrue();
    }

    @Test
    void what_takes_an_interruption() {
        assertThat(types.takesInterruption(jdk("java.lang.InterruptedException")))
                .isTrue();
        assertThat(types.takesInterruption(jdk("java.lang.Exception"))).isTrue();
        assertThat(types.takesInterruption(jdk("java.lang.Throwable"))).isTrue();
        assertThat(types.takesInterruption(jdk("java.lang.RuntimeException"))).isFalse();
        assertThat(types.takesInterruption(jdk("java.io.IOException"))).isFalse();
    }

    @Test
    void what_hands_an_interruption_on() {
        assertThat(types.carriesInterruption(jdk("java.io.InterruptedIOException")))
                .isTrue();
        assertThat(types.carriesInterruption(jdk("java.lang.IllegalStateException")))
                .isFalse();
    }

    @Test
    void a_project_names_its_control_flow() {
        Vocabulary named = new Vocabulary(
                WordLists.defaults().with("controlFlowExceptions", List.of("PauseRequested"), List.of()));

        assertThat(named.exceptionTypes().isControlFlow(jdk("shop.PauseRequested")))
                .isTrue();
        assertThat(types.isControlFlow(jdk("shop.PauseRequested"))).isFalse();
    }

    private static TypeName jdk(String name) {
        return TypeName.resolved(name);
    }
}
