package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

class ExpressionTest {
    private static final String HELPERS =
            " void a() {} void b() {} boolean p() { return true; } boolean q() { return true; }"
                    + " String g() { return null; } T t; int n; static final String PREFIX = \"x-\"; ";

    @Test
    void conjunctions_stop_at_the_first_that_fails() {
        assertThat(Look.at(HELPERS + "void f() { if (p() && q()) a(); else b(); }")
                        .ways())
                .containsExactlyInAnyOrder("p q a", "p q b", "p b");
    }

    @Test
    void disjunctions_and_negations_are_taken_apart() {
        Look look = Look.at(HELPERS + "void f(boolean x, String s) { if (!(x || s == null)) a(); }");

        assertThat(look.conditions()).containsExactly("x", "not x", "s == null", "s != null");
    }

    @Test
    void a_short_circuit_as_a_value_is_true_or_false() {
        Look look = Look.at(HELPERS + "boolean f() { return p() && q(); }");

        assertThat(look.ways()).containsExactlyInAnyOrder("p return", "p q return");
        assertThat(look.events()).contains("%0 = true", "%0 = false");
    }

    @Test
    void the_conditional_operator_branches() {
        Look look = Look.at(HELPERS + "String f(String s) { return s == null ? g() : s; }");

        assertThat(look.ways()).containsExactlyInAnyOrder("g return", "return");
        assertThat(look.conditions()).containsExactly("s == null", "s != null");
    }

    @Test
    void equality_is_written_with_the_constant_behind() {
        Look look = Look.at(HELPERS + "void f(String s) { if (\"x\".equals(s)) a(); }");

        assertThat(look.conditions()).containsExactly("s == \"x\"", "s != \"x\"");
    }

    @Test
    void comparison_with_a_boolean_is_the_value_itself() {
        Look look = Look.at(HELPERS + "void f(boolean x) { if (x == false) a(); }");

        assertThat(look.conditions()).containsExactly("not x", "x");
    }

    @Test
    void a_pattern_binds_where_it_matched() {
        Look look = Look.at(HELPERS + "void f(Object o) { if (!(o instanceof String s)) return; s.trim(); }");

        assertThat(look.events()).containsExactlyInAnyOrder("s = o", "return", "s.trim()");
        assertThat(look.conditions()).containsExactly("o instanceof String", "not o instanceof String");
    }

    @Test
    void constants_are_folded_into_texts() {
        Look look = Look.at(HELPERS + "void f(String s) { s = PREFIX + \"a\" + 1; s = \"a\" + \"b\" + s + 'c'; }");

        assertThat(look.events()).containsExactly("s = \"x-a1\"", "%0 = CONCAT(\"ab\", s, \"c\")", "s = %0");
    }

    @Test
    void text_blocks_are_texts() {
        Look look = Look.at("void f(String s) { s = \"\"\"\n  a\n  b\"\"\"; }");

        assertThat(look.events()).containsExactly("s = \"a\nb\"");
    }

    @Test
    void a_thousand_terms_are_one_concatenation() {
        String terms = "s + \"x\" + ".repeat(2_000) + "s";
        Look look = Look.at("void f(String s) { s = " + terms + "; }");

        assertThat(look.events()).hasSize(2);
    }

    @Test
    void compound_assignments_read_and_write() {
        Look look = Look.at(HELPERS + "void f(String s, int i) { s += i; n++; i -= 2; t.n = 3; }");

        assertThat(look.events())
                .containsExactly(
                        "%0 = CONCAT(s, i)",
                        "s = %0",
                        "%1 = this.n",
                        "%2 = ARITHMETIC(%1)",
                        "this.n = %2",
                        "%3 = ARITHMETIC(i, 2)",
                        "i = %3",
                        "%4 = this.t",
                        "%4.n = 3");
    }

    @Test
    void an_assignment_is_the_variable() {
        Look look = Look.at(HELPERS + "void f(String s) { if ((s = g()) != null) s.trim(); }");

        assertThat(look.conditions()).containsExactly("s == null", "s != null");
    }

    @Test
    void arrays_are_made_read_and_written() {
        Look look = Look.at("void f(int[][] a) { a[0] = new int[] {1, 2}; int x = a[1][2]; int[] y = {3}; }");

        assertThat(look.events())
                .containsExactly(
                        "%0 = ARRAY(1, 2)",
                        "%1 = ARRAY_WRITE(a, 0, %0)",
                        "%2 = ARRAY_READ(a, 1)",
                        "%3 = ARRAY_READ(%2, 2)",
                        "x = %3",
                        "%4 = ARRAY(3)",
                        "y = %4");
    }

    @Test
    void constants_are_known_by_qualifier_and_by_static_import() {
        Look look = Look.in(
                "package a; public enum S { OK, FAILED }",
                "package b; import static a.S.FAILED; class T { a.S s; void f() { s = a.S.OK; s = FAILED; } }");

        assertThat(look.events()).containsExactly("this.s = S.OK", "this.s = S.FAILED");
        assertThat(((Event.Put) look.graph().entry().events().get(1)).value())
                .isInstanceOfSatisfying(
                        Value.Constant.class, c -> assertThat(c.type().text()).isEqualTo("a.S"));
    }

    @Test
    void a_constant_of_an_unseen_type_is_still_one() {
        Look look = Look.at("Object o; void f() { o = JobStatus.FAILED; o = gone.Outcome.LOST; }");

        assertThat(look.events()).containsExactly("this.o = JobStatus.FAILED", "this.o = Outcome.LOST");
        assertThat(((Event.Put) look.graph().entry().events().get(0)).value())
                .isInstanceOfSatisfying(
                        Value.Constant.class,
                        c -> assertThat(c.owner().resolved()).isFalse());
    }

    @Test
    void receivers_have_types_through_chains_of_calls() {
        Look look = Look.in(
                "class A { B b() { return null; } } class B { C c; } class C { void go() {} }",
                "class T { void f(A a) { a.b().c.go(); var x = new A(); x.b(); ((A) null).b(); } }");

        assertThat(look.graph().entry().events())
                .filteredOn(Event.Call.class::isInstance)
                .extracting(e -> ((Event.Call) e).method().owner().text())
                .containsExactly("A", "C", "A", "A");
    }

    @Test
    void static_calls_have_no_receiver() {
        Look look = Look.at(HELPERS + "static void s() {} void f() { s(); T.s(); Objects.hash(1); super.hashCode(); }");

        assertThat(look.events()).containsExactly("T.s()", "T.s()", "Objects.hash(1)", "this.hashCode()");
    }

    @Test
    void calls_of_the_type_around_have_that_type_as_receiver() {
        Look look = Look.in("class T { void go() {} int n; class I { void f() { go(); n = 1; T.this.go(); } } }");

        assertThat(look.events()).containsExactly("T.this.go()", "T.this.n = 1", "T.this.go()");
    }
}
