package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkeletonTest {

    @Test
    void bodies_are_emptied_and_everything_else_stays_in_place() {
        assertThat(Skeleton.of("class A {\n  int f = 1;\n  void m() {\n    run();\n  } int g;\n  A() { m(); }\n}\n"))
                .isEqualTo("class A {\n  int f = 1;\n  void m() {\n\n  } int g;\n  A() {      }\n}\n");
    }

    @Test
    void an_open_body_reaches_to_the_end() {
        assertThat(Skeleton.of("class A { void m() { run(")).isEqualTo("class A { void m() {     ");
        assertThat(Skeleton.of("class A { void m() {")).isEqualTo("class A { void m() {");
    }
}
