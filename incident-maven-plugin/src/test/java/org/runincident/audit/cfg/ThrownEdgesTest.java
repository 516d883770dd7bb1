package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrownEdgesTest {
    private static final String HELPERS =
            " void io() throws IOException {} void none() {} void late() throws InterruptedException {} ";

    @Test
    void a_declared_exception_goes_to_its_handler() {
        Look look = Look.at(HELPERS + "void f() { try { io(); } catch (IOException e) { none(); } }");

        assertThat(look.thrownBy("io")).containsExactly("IOException to e");
    }

    @Test
    void anything_may_throw_unchecked_exceptions() {
        Look look = Look.at(HELPERS + "void f() { try { none(); } catch (IllegalStateException e) { } }");

        assertThat(look.thrownBy("none")).containsExactly("RuntimeException to e");
    }

    @Test
    void a_broad_handler_takes_both() {
        Look look = Look.at(HELPERS + "void f() { try { io(); } catch (Exception e) { } }");

        assertThat(look.thrownBy("io")).containsExactly("IOException to e", "RuntimeException to e");
    }

    @Test
    void the_first_clause_that_matches_wins() {
        Look look = Look.at(HELPERS + "void f() { try { io(); } catch (IOException e) { } catch (Exception x) { } }");

        assertThat(look.thrownBy("io")).containsExactly("IOException to e", "RuntimeException to x");
    }

    @Test
    void a_narrower_handler_may_take_what_a_broader_declaration_hides() {
        Look look = Look.at(
                HELPERS + "void f() { try { io(); } catch (FileNotFoundException e) { } catch (IOException x) { } }");

        assertThat(look.thrownBy("io")).containsExactly("IOException to e", "IOException to x");
    }

    @Test
    void a_checked_handler_gets_nothing_from_a_call_that_cannot_throw_it() {
        Look look = Look.at(HELPERS
                + "void f() { try { none(); io(); } catch (IOException e) { } catch (RuntimeException x) { } }");

        assertThat(look.thrownBy("none")).containsExactly("RuntimeException to x");
    }

    @Test
    void an_unknown_callee_may_throw_anything() {
        Look look = Look.at(
                "Missing m; void f() { try { m.go(); } catch (IOException e) { } catch (InterruptedException x) { } }");

        assertThat(look.thrownBy("go")).containsExactly("Throwable to e", "Throwable to x");
    }

    @Test
    void a_constructor_may_throw_what_it_declares() {
        Look look = Look.at("void f() { try { new FileReader(\"x\"); } catch (FileNotFoundException e) { } }");

        assertThat(look.graph().blocks().toString()).contains("FileNotFoundException");
        assertThat(look.handler("e").tried()).hasSize(1);
    }

    @Test
    void a_new_exception_thrown_goes_to_the_first_handler_that_takes_it_and_nowhere_else() {
        Look look = Look.at("void f() { try { try { throw new IllegalStateException(); } catch (IOException e) { }"
                + " catch (RuntimeException x) { } } catch (Exception outer) { } }");

        assertThat(look.thrown()).containsExactly("IllegalStateException to x");
    }

    @Test
    void a_new_exception_that_no_handler_takes_leaves() {
        Look look = Look.at(
                "void f() { try { throw new IllegalStateException(); } catch (IllegalArgumentException e) { } }");

        assertThat(look.thrown()).isEmpty();
    }

    @Test
    void a_thrown_variable_may_hold_a_subtype() {
        Look look = Look.at("void f(Exception p) throws Exception { try { throw p; } catch (IOException e) { } }");

        assertThat(look.thrown()).containsExactly("Exception to e");
    }

    @Test
    void what_an_inner_try_took_does_not_reach_the_outer() {
        Look look = Look.at(HELPERS
                + "void f() { try { try { late(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); } }"
                + " catch (Exception outer) { } }");

        assertThat(look.thrownBy("late")).containsExactly("InterruptedException to e", "RuntimeException to outer");
    }

    @Test
    void a_handler_is_not_guarded_by_its_own_try() {
        Look look = Look.at(HELPERS
                + "void f() { try { io(); } catch (IOException e) { none(); } catch (RuntimeException x) { } }");

        assertThat(look.thrownBy("none")).isEmpty();
    }

    @Test
    void errors_go_to_handlers_of_errors() {
        Look look = Look.at(
                HELPERS + "void f() { try { none(); } catch (OutOfMemoryError e) { } catch (Throwable t) { } }");

        assertThat(look.thrownBy("none")).containsExactly("RuntimeException to t", "Error to e");
    }

    @Test
    void every_type_of_a_union_takes() {
        Look look = Look.at(HELPERS + "void f() { try { io(); } catch (IOException | IllegalStateException e) { } }");

        assertThat(look.thrownBy("io")).containsExactly("IOException to e", "RuntimeException to e");
        assertThat(look.handler("e").caught()).hasSize(2);
    }

    @Test
    void a_handler_that_nothing_seems_to_reach_is_reached_from_the_start_of_the_try() {
        Look look = Look.at(
                "void f(Object o) { try { String s = (String) o; } catch (ClassCastException e) { o.hashCode(); } }");

        assertThat(look.ways()).containsExactlyInAnyOrder("", "catch-e hashCode");
    }

    @Test
    void exceptions_in_a_lambda_do_not_reach_the_handlers_around_it() {
        Look look =
                Look.at(HELPERS + "void f() { Runnable r; try { r = () -> none(); } catch (RuntimeException e) { } }");

        assertThat(look.thrownBy("none")).isEmpty();
    }

    @Test
    void a_handler_knows_the_blocks_whose_exceptions_it_takes() {
        Look look = Look.at(HELPERS + "void f() { try { io(); none(); } catch (IOException e) { } }");

        assertThat(look.handler("e").tried()).hasSize(1);
    }

    @Test
    void an_exception_that_passes_a_finally_still_names_the_block_it_came_from() {
        Look look =
                Look.at(HELPERS + "void f() { try { try { io(); } finally { none(); } } catch (IOException e) { } }");

        int origin = look.graph().blocks().stream()
                .filter(b -> b.events().stream().anyMatch(e -> e.toString().contains("name=io")))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(look.handler("e").tried()).contains(origin);
    }
}
