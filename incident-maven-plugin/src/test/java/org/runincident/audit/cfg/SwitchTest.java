package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.runincident.flow.Dispatch;

class SwitchTest {
    private static final String HELPERS =
            " enum S { A, B, C, D } void a() {} void b() {} void c() {} void d() {} boolean ok() { return true; } S get() { return null; } ";

    @Test
    void old_groups_fall_through() {
        Look look =
                Look.at(HELPERS + "void f(S s) { switch (s) { case A: a(); case B: b(); break; case C: c(); } d(); }");

        assertThat(look.ways()).containsExactlyInAnyOrder("a b d", "b d", "c d", "d");
        assertThat(look.arms()).containsExactly("[A]", "[B]", "[C]");
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.IMPLICIT);
        assertThat(look.dispatch().rest()).isEqualTo(look.dispatch().join());
    }

    @Test
    void empty_groups_share_the_next_ones_statements() {
        Look look = Look.at(HELPERS + "void f(S s) { switch (s) { case A: case B: a(); break; default: d(); } }");

        assertThat(look.arms()).containsExactly("[A, B]");
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.EXPLICIT);
        assertThat(look.ways()).containsExactlyInAnyOrder("a", "d");
    }

    @Test
    void a_label_beside_default_shares_its_block() {
        Look look = Look.at(HELPERS + "void f(S s) { switch (s) { case A: a(); break; case B: default: d(); } }");

        assertThat(look.arms()).containsExactly("[A]", "[B]");
        assertThat(look.dispatch().rest())
                .isEqualTo(look.dispatch().arms().get(1).entry());
    }

    @Test
    void a_default_in_the_middle_falls_through_too() {
        Look look = Look.at(HELPERS + "void f(S s) { switch (s) { case A: a(); default: d(); case B: b(); } }");

        assertThat(look.ways()).containsExactlyInAnyOrder("a d b", "d b", "b");
    }

    @Test
    void arrows_do_not_fall_through() {
        Look look = Look.at(
                HELPERS + "void f(S s) { switch (s) { case A, B -> a(); case C -> { c(); } default -> {} } d(); }");

        assertThat(look.arms()).containsExactly("[A, B]", "[C]");
        assertThat(look.ways()).containsExactlyInAnyOrder("a d", "c d", "d");
    }

    @Test
    void null_may_stand_beside_default() {
        Look look = Look.at(HELPERS + "void f(S s) { switch (s) { case A -> a(); case null, default -> d(); } }");

        assertThat(look.arms()).containsExactly("[A]", "[null]");
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.EXPLICIT);
    }

    @Test
    void an_expression_needs_no_rest() {
        Look look = Look.at(
                HELPERS + "int f(S s) { return switch (s) { case A -> 1; case B, C, D -> { b(); yield 2; } }; }");

        assertThat(look.dispatch().form()).isEqualTo(Dispatch.Form.SWITCH_EXPRESSION);
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.NONE);
        assertThat(look.dispatch().rest()).isEqualTo(-1);
        assertThat(look.ways()).containsExactlyInAnyOrder("return", "b return");
    }

    @Test
    void a_guard_that_fails_tries_the_later_arms() {
        Look look = Look.at(
                HELPERS
                        + "void f(Object o) { switch (o) { case String s when ok() -> a(); case Integer i -> b(); default -> d(); } }");

        assertThat(look.arms()).containsExactly("[String]?", "[Integer]");
        assertThat(look.ways()).contains("ok a", "ok b", "ok d", "b", "d");
    }

    @Test
    void patterns_bind_their_variables() {
        Look look = Look.at(
                HELPERS
                        + "record P(Object x, int y) {} void f(Object o) { switch (o) { case P(String t, var n) -> t.trim(); default -> {} } }");

        assertThat(look.events()).contains("%0 = o.x", "t = %0", "%1 = o.y", "n = %1");
        assertThat(look.arms()).containsExactly("[P]?");
    }

    @Test
    void a_record_pattern_that_tests_nothing_more_takes_all_of_its_type() {
        Look look = Look.at(
                HELPERS
                        + "record P(Object x, int y) {} void f(Object o) { switch (o) { case P(Object x, var n) -> a(); default -> {} } }");

        assertThat(look.dispatch().arms().get(0).labels())
                .singleElement()
                .satisfies(l ->
                        assertThat(((Dispatch.Label.OfType) l).unconditional()).isTrue());
    }

    @Test
    void an_unconditional_pattern_is_a_default() {
        Look look = Look.at(HELPERS + "void f(S s) { switch (s) { case A -> a(); case S other -> d(); } }");

        assertThat(look.arms()).containsExactly("[A]");
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.EXPLICIT);
        assertThat(look.ways()).containsExactlyInAnyOrder("a", "d");
    }

    @Test
    void a_pattern_switch_without_default_has_no_rest() {
        Look look = Look.in(
                "sealed interface R permits X, Y {} record X() implements R {} record Y() implements R {}",
                "class T { void x() {} void f(R r) { switch (r) { case X a -> x(); case Y b -> {} } } }");

        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.NONE);
        assertThat(look.ways()).containsExactlyInAnyOrder("x", "");
    }

    @Test
    void the_subject_may_be_this_or_in_parentheses_or_cast_or_assigned() {
        String in = "enum S { A, B; void a() {} S g() { return this; } ";
        assertThat(Look.in(in + "void f() { switch (this) { case A: a(); } } }").dispatch())
                .satisfies(d -> assertThat(d.type().simple()).isEqualTo("S"));
        assertThat(Look.in(in + "void f(Object o) { switch ((S) o) { case A: a(); } } }")
                        .dispatch())
                .satisfies(d -> assertThat(d.type().simple()).isEqualTo("S"));
        assertThat(Look.in(in + "void f(S x) { switch ((x)) { case A: a(); } } }")
                        .dispatch())
                .satisfies(d -> assertThat(d.subject().toString()).isEqualTo("x"));
        assertThat(Look.in(in + "void f(S x) { switch (x = g()) { case A: a(); } } }")
                        .dispatch())
                .satisfies(d -> assertThat(d.subject().toString()).isEqualTo("x"));
    }

    @Test
    void strings_and_numbers_are_values() {
        Look look = Look.at(HELPERS + "void f(String s) { switch (s) { case \"x\" -> a(); case \"y\" -> b(); } }");

        assertThat(look.dispatch().arms().get(0).labels()).containsExactly(new Dispatch.Label.OfValue("x"));
    }

    @Test
    void arms_that_all_leave_have_no_join() {
        Look look = Look.at(
                HELPERS
                        + "int f(S s) { switch (s) { case A: return 1; case B: return 2; } throw new IllegalStateException(); }");

        assertThat(look.dispatch().join()).isEqualTo(-1);
        assertThat(look.ways()).containsExactlyInAnyOrder("return", "throw");
    }

    @Test
    void comments_of_the_default_or_at_the_end_are_kept() {
        Look withDefault =
                Look.at(HELPERS + "void f(S s) { switch (s) { case A: a(); break;\n default: // nothing to do\n } }");
        Look without =
                Look.at(HELPERS + "void f(S s) { switch (s) { case A: a(); // here\n break;\n // others stay\n } }");

        assertThat(withDefault.dispatch().comments()).containsExactly("nothing to do");
        assertThat(without.dispatch().comments()).containsExactly("others stay");
    }

    @Test
    void labels_may_be_qualified() {
        Look look = Look.at(HELPERS + "void f(S s) { switch (s) { case S.A -> a(); default -> {} } }");

        assertThat(look.arms()).containsExactly("[A]");
    }

    @Test
    void a_continue_in_a_switch_goes_to_the_loop() {
        Look look = Look.at(HELPERS + "void f(S s) { while (ok()) { switch (s) { case A: continue; } b(); } }");

        assertThat(look.ways()).contains("ok ok", "ok b ok");
    }

    @Test
    void a_nested_yield_belongs_to_the_inner_switch() {
        Look look = Look.at(
                HELPERS
                        + "int f(S s, S t) { return switch (s) { case A -> { int n = switch (t) { default: yield 1; }; a(); yield n; } default -> 3; }; }");

        assertThat(look.ways()).containsExactlyInAnyOrder("a return", "return");
    }
}
