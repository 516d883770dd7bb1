package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementTest {
    private static final String HELPERS =
            " void a() {} void b() {} void c() {} void z() {} boolean p() { return true; } boolean q() { return true; } ";

    @Test
    void a_while_loop_may_not_run_at_all() {
        assertThat(Look.at(HELPERS + "void f() { while (p()) a(); z(); }").ways())
                .contains("p z", "p a p z");
    }

    @Test
    void a_do_loop_runs_once() {
        assertThat(Look.at(HELPERS + "void f() { do { a(); } while (p()); z(); }")
                        .ways())
                .contains("a p z", "a p a p z");
    }

    @Test
    void a_for_loop_updates_after_each_turn_and_after_continue() {
        assertThat(Look.at(HELPERS + "void f() { for (a(); p(); b()) { if (q()) continue; c(); } z(); }")
                        .ways())
                .contains("a p z", "a p q b p z", "a p q c b p z");
    }

    @Test
    void an_endless_loop_is_left_by_break_only() {
        assertThat(Look.at(HELPERS + "void f() { while (true) { a(); if (p()) break; } z(); }")
                        .ways())
                .containsExactlyInAnyOrder("a p z", "a p a p z");
        assertThat(Look.at(HELPERS + "void f() { for (;;) { a(); } }").ways()).isEmpty();
    }

    @Test
    void a_loop_over_elements_binds_each() {
        Look look = Look.at(HELPERS + "void f(List<String> all) { for (String s : all) s.trim(); }");

        assertThat(look.events()).containsSubsequence("%0 = ARRAY_READ(all)", "s = %0", "s.trim()");
    }

    @Test
    void labels_name_the_loop_that_jumps_leave_or_go_on_with() {
        Look look = Look.at(
                HELPERS
                        + "void f() { outer: while (p()) { while (q()) { if (p()) break outer; a(); continue outer; } b(); } z(); }");

        assertThat(look.ways()).contains("p q p z", "p q p a p z", "p q b p z");
    }

    @Test
    void a_labelled_block_is_left_by_break() {
        assertThat(Look.at(HELPERS + "void f() { x: { if (p()) break x; a(); } z(); }")
                        .ways())
                .containsExactlyInAnyOrder("p z", "p a z");
    }

    @Test
    void code_behind_a_jump_is_left_out() {
        assertThat(Look.at(HELPERS + "void f() { return; }").events()).containsExactly("return");
        assertThat(Look.at(HELPERS + "int f() { while (true) { if (p()) return 1; } }")
                        .ways())
                .contains("p return");
    }

    @Test
    void an_assertion_may_be_passed_by() {
        assertThat(Look.at(HELPERS + "void f() { assert p() : \"no\"; z(); }").ways())
                .containsExactlyInAnyOrder("z", "p z", "p throw");
    }

    @Test
    void a_synchronized_block_is_its_statements() {
        assertThat(Look.at(HELPERS + "void f() { synchronized (this) { a(); } }")
                        .ways())
                .containsExactly("a");
    }

    @Test
    void else_ifs_are_tried_in_order() {
        assertThat(Look.at(HELPERS + "void f() { if (p()) a(); else if (q()) b(); else c(); z(); }")
                        .ways())
                .containsExactlyInAnyOrder("p a z", "p q b z", "p q c z");
    }

    @Test
    void results_of_expression_statements_are_not_used() {
        Look look = Look.at(HELPERS + "void f() { p(); boolean x = q(); }");

        assertThat(look.events()).containsExactly("this.p()", "%1 = this.q()", "x = %1");
    }

    @Test
    void constructors_call_others() {
        Graphs graphs = Graphs.of("class A extends Exception { A(String s) { super(s); } A() { this(\"x\"); } }");

        assertThat(graphs.graphs())
                .flatExtracting(g -> Look.at(g).events())
                .containsExactly("this.<init>(s)", "this.<init>(\"x\")");
    }
}
