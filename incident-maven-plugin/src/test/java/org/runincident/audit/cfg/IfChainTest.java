package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.runincident.flow.Dispatch;

class IfChainTest {
    private static final String HELPERS =
            " enum S { A, B, C } void a() {} void b() {} void c() {} boolean ok() { return true; } S getS() { return null; } ";

    @Test
    void tests_of_one_variable_are_a_chain() {
        Look look = Look.at(HELPERS + "void f(S s) { if (s == S.A) a(); else if (S.B == s) b(); else c(); }");

        assertThat(look.dispatch().form()).isEqualTo(Dispatch.Form.IF_CHAIN);
        assertThat(look.arms()).containsExactly("[A]", "[B]");
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.EXPLICIT);
        assertThat(look.dispatch().subject()).hasToString("s");
        assertThat(look.dispatch().type().simple()).isEqualTo("S");
    }

    @Test
    void without_else_the_rest_goes_on() {
        Look look = Look.at(HELPERS + "void f(S s) { if (s == S.A) a(); else if (s.equals(S.B)) b(); c(); }");

        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.IMPLICIT);
        assertThat(look.dispatch().rest()).isEqualTo(look.dispatch().join());
    }

    @Test
    void getters_give_the_same_value_twice() {
        Look look = Look.at(HELPERS + "void f(T t) { if (t.getS() == S.A) a(); else if (t.getS() == S.B) b(); }");

        assertThat(look.arms()).containsExactly("[A]", "[B]");
        assertThat(look.dispatch().type().simple()).isEqualTo("S");
    }

    @Test
    void calls_that_move_on_do_not() {
        Look look = Look.at(
                "void f(Iterator<String> i) { if (i.next() == null) i.hasNext(); else if (i.next() == \"x\") i.hasNext(); }");

        assertThat(look.graph().dispatches()).isEmpty();
    }

    @Test
    void early_returns_are_a_chain() {
        Look look = Look.at(
                HELPERS
                        + "int f(S s) { if (s == S.A) return 1; if (s == S.B) { return 2; } throw new IllegalStateException(); }");

        assertThat(look.arms()).containsExactly("[A]", "[B]");
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.IMPLICIT);
        assertThat(look.dispatch().join()).isEqualTo(-1);
    }

    @Test
    void ifs_that_come_back_are_none() {
        Look look = Look.at(HELPERS + "void f(S s) { if (s == S.A) a(); if (s == S.B) b(); }");

        assertThat(look.graph().dispatches()).isEmpty();
    }

    @Test
    void different_subjects_are_none() {
        Look look = Look.at(HELPERS + "void f(S s, S t) { if (s == S.A) a(); else if (t == S.B) b(); }");

        assertThat(look.graph().dispatches()).isEmpty();
    }

    @Test
    void one_test_is_none() {
        Look look = Look.at(HELPERS + "void f(S s) { if (s == S.A) a(); else b(); }");

        assertThat(look.graph().dispatches()).isEmpty();
    }

    @Test
    void negated_tests_are_none() {
        Look look = Look.at(HELPERS + "void f(S s) { if (s != S.A) a(); else if (!s.equals(S.B)) b(); }");

        assertThat(look.graph().dispatches()).isEmpty();
    }

    @Test
    void alternatives_share_an_arm_and_more_conditions_guard_it() {
        Look look = Look.at(
                HELPERS + "void f(S s) { if (s == S.A || s == S.B) a(); else if (s == S.C && ok()) b(); else c(); }");

        assertThat(look.arms()).containsExactly("[A, B]", "[C]?");
    }

    @Test
    void types_are_variants_too() {
        Look look = Look.at(
                HELPERS
                        + "void f(Object o) { if (o instanceof String s) s.trim(); else if (o instanceof Integer) a(); else b(); }");

        assertThat(look.arms()).containsExactly("[String]", "[Integer]");
    }

    @Test
    void a_last_if_of_another_kind_is_the_rest() {
        Look look = Look.at(HELPERS + "void f(S s) { if (s == S.A) a(); else if (s == S.B) b(); else if (ok()) c(); }");

        assertThat(look.arms()).containsExactly("[A]", "[B]");
        assertThat(look.dispatch().restKind()).isEqualTo(Dispatch.RestKind.EXPLICIT);
    }

    @Test
    void comments_in_the_else_are_kept() {
        Look look = Look.at(HELPERS + "void f(S s) { if (s == S.A) a(); else if (s == S.B) b(); else { // never\n } }");

        assertThat(look.dispatch().comments()).containsExactly("never");
    }

    @Test
    void objects_equals_is_a_test() {
        Look look = Look.at(
                HELPERS + "void f(S s) { if (Objects.equals(s, S.A)) a(); else if (Objects.equals(S.B, s)) b(); }");

        assertThat(look.arms()).containsExactly("[A]", "[B]");
        assertThat(look.conditions()).contains("s == S.A", "s != S.A", "s == S.B");
    }
}
