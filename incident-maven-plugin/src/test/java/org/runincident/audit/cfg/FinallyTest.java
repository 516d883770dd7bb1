package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinallyTest {
    private static final String HELPERS =
            " void a() {} void b() {} void z() {} boolean c() { return true; } void io() throws IOException {} ";

    @Test
    void runs_after_normal_completion_and_after_exceptions() {
        Look look = Look.at(HELPERS + "void f() { try { a(); } finally { z(); } b(); }");

        assertThat(look.ways()).containsExactlyInAnyOrder("a z b", "!RuntimeException z goes-on");
    }

    @Test
    void runs_before_a_return_whose_value_was_computed_before() {
        Look look = Look.at(HELPERS + "boolean f() { try { return c(); } finally { z(); } }");

        assertThat(look.ways()).contains("c z return");
    }

    @Test
    void runs_before_break_and_continue() {
        Look look = Look.at(
                HELPERS + "void f() { while (c()) { try { if (c()) break; continue; } finally { z(); } } b(); }");

        assertThat(look.ways()).contains("c c z b");
        assertThat(look.events().stream().filter(e -> e.endsWith(".z()"))).hasSize(3);
    }

    @Test
    void runs_after_a_handler_and_after_an_exception_in_it() {
        Look look = Look.at(HELPERS + "void f() { try { io(); } catch (IOException e) { a(); } finally { z(); } }");

        assertThat(look.ways())
                .contains("!IOException catch-e a z", "!IOException catch-e !RuntimeException z goes-on");
    }

    @Test
    void a_thrown_exception_goes_on_to_outer_handlers_through_the_copy() {
        Look look =
                Look.at(HELPERS + "void f() { try { try { io(); } finally { z(); } } catch (IOException e) { a(); } }");

        assertThat(look.ways()).contains("!IOException z goes-on !IOException catch-e a");
    }

    @Test
    void nested_ones_run_from_the_inside_out() {
        Look look = Look.at(HELPERS + "void f() { try { try { return; } finally { a(); } } finally { b(); } }");

        assertThat(look.ways()).contains("a b return");
    }

    @Test
    void a_return_inside_it_loses_the_exception() {
        Look look = Look.at(HELPERS + "void f() { try { a(); } finally { return; } }");

        assertThat(look.ways()).containsExactlyInAnyOrder("a return", "!RuntimeException return");
        assertThat(look.graph().finallyExits()).singleElement().satisfies(exit -> {
            assertThat(exit.keyword()).isEqualTo("return");
            assertThat(exit.guardedThrows()).isTrue();
        });
    }

    @Test
    void a_jump_inside_it_that_stays_inside_is_no_exit() {
        Look look = Look.at(HELPERS
                + "void f() { try { a(); } finally { while (c()) { break; } Runnable r = () -> { return; };"
                + " try { throw new RuntimeException(); } catch (RuntimeException e) { } } }");

        assertThat(look.graph().finallyExits()).isEmpty();
    }

    @Test
    void a_break_out_of_it_is_an_exit() {
        Look look = Look.at(HELPERS + "void f() { while (c()) { try { a(); } finally { break; } } }");

        assertThat(look.graph().finallyExits()).extracting(e -> e.keyword()).containsExactly("break");
    }

    @Test
    void an_exit_without_anything_that_throws_loses_nothing() {
        Look look = Look.at("int f(int x) { try { x = 1; } finally { return x; } }");

        assertThat(look.graph().finallyExits())
                .singleElement()
                .satisfies(exit -> assertThat(exit.guardedThrows()).isFalse());
    }

    @Test
    void a_handler_in_it_is_one_handler_however_often_it_is_copied() {
        Look look = Look.at(
                HELPERS
                        + "void f() { try { if (c()) return; a(); } finally { try { io(); } catch (IOException e) { b(); } } }");

        assertThat(look.graph().handlers()).hasSize(1);
        assertThat(look.events().stream().filter(e -> e.startsWith("caught"))).hasSize(3);
    }

    @Test
    void its_copies_are_not_part_of_the_handler_that_is_left_through_it() {
        Look look = Look.at(HELPERS + "void f() { try { io(); } catch (IOException e) { return; } finally { z(); } }");

        assertThat(look.graph().blocks())
                .filteredOn(b -> b.events().toString().contains("name=z"))
                .noneMatch(b -> look.handler("e").blocks().contains(b.id()));
        assertThat(look.graph().blocks())
                .filteredOn(b -> b.events().toString().contains("Return"))
                .anyMatch(b -> look.handler("e").blocks().contains(b.id()));
    }

    @Test
    void resources_are_closed_before_the_handlers_run() {
        Look look = Look.at(HELPERS
                + "void f() { try (Reader in = new StringReader(\"\")) { a(); } catch (IOException e) { b(); } z(); }");

        assertThat(look.ways()).contains("a close z", "a !IOException catch-e b z", "!RuntimeException close goes-on");
    }

    @Test
    void resources_are_closed_in_reverse_order() {
        Look look = Look.at("void f(Reader p, Writer q) throws IOException { try (p; Writer w = q) { w.flush(); } }");

        assertThat(look.ways()).contains("flush close close");
        assertThat(look.events().stream().filter(e -> e.contains("close")).findFirst())
                .contains("w.close()");
    }

    @Test
    void a_declared_name_inside_hides_nothing_outside() {
        Look look =
                Look.at(HELPERS + "void f(String s) { try { String t = s; a(); } finally { String t = \"x\"; b(); } }");

        assertThat(look.events()).contains("t = s", "t = \"x\"");
    }
}
