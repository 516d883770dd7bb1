package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.runincident.flow.Handler;

class LambdaTest {
    private static final String HELPERS = " void a() {} void b() {} void z() {} boolean p() { return true; } ";

    @Test
    void control_runs_the_body_or_passes_it_by_before_the_call_that_takes_it() {
        Look look = Look.at(HELPERS + "void f(List<String> l) { l.forEach(s -> a()); z(); }");

        assertThat(look.ways()).containsExactlyInAnyOrder("a return forEach z", "forEach z");
    }

    @Test
    void a_return_leaves_the_lambda_only() {
        Look look = Look.at(HELPERS + "void f() { Runnable r = () -> { if (p()) return; a(); }; z(); }");

        assertThat(look.ways()).containsExactlyInAnyOrder("p return z", "p a return z", "z");
    }

    @Test
    void a_return_does_not_run_the_finally_around() {
        Look look = Look.at(HELPERS + "void f() { try { Runnable r = () -> { return; }; } finally { z(); } }");

        assertThat(look.ways()).containsExactlyInAnyOrder("return z", "z");
    }

    @Test
    void a_try_inside_has_its_own_handlers() {
        Look look = Look.at(
                HELPERS + "void f() { Runnable r = () -> { try { a(); } catch (RuntimeException e) { b(); } }; }");

        assertThat(look.thrownBy("a")).containsExactly("RuntimeException to e");
    }

    @Test
    void variables_around_are_the_same_variables() {
        Look look = Look.at(HELPERS + "void f(String s) { java.util.function.Supplier<String> r = () -> s.trim(); }");

        assertThat(look.events()).contains("%0 = s.trim()", "return from lambda#0 %0");
    }

    @Test
    void what_the_expression_makes_is_dropped_where_the_function_gives_nothing_back() {
        Look look = Look.at(HELPERS + "void f(String s) { Runnable r = () -> s.trim(); }");

        assertThat(look.events()).contains("s.trim()", "return from lambda#0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exceptionally(e -> null)|e",
                "handle((v, e) -> v)|e",
                "whenCompleteAsync((v, e) -> {})|e",
                "onErrorContinue((e, v) -> {})|e",
                "subscribe(v -> {}, e -> {})|e",
                "onFailure(e -> { throw new RuntimeException(e); })|e"
            })
    void functions_that_are_given_an_exception_are_handlers(String call, String variable) {
        Look look = Look.at("void f(Missing m) { m." + call + "; }");

        assertThat(look.graph().handlers()).singleElement().satisfies(h -> {
            assertThat(h.kind()).isEqualTo(Handler.Kind.CALLBACK);
            assertThat(h.variable()).hasToString(variable);
            assertThat(call).startsWith(h.callback().name());
        });
    }

    @Test
    void a_callback_names_the_method_it_is_given_to() {
        Look look =
                Look.at("void f(java.util.concurrent.CompletableFuture<String> c) { c.whenComplete((v, e) -> {}); }");

        assertThat(look.handler("e").callback().isResolved()).isTrue();
        assertThat(look.handler("e").emptyBody()).isTrue();
    }

    @Test
    void other_functions_are_not() {
        assertThat(Look.at("void f(Missing m) { m.map(e -> null); m.subscribe(v -> {}); }")
                        .graph()
                        .handlers())
                .isEmpty();
    }

    @Test
    void method_references_are_values() {
        Look look = Look.at("void f(List<String> l) { l.forEach(System.out::println); l.stream().map(String::trim); }");

        assertThat(look.events()).contains("l.forEach(PrintStream::println)", "%2.map(String::trim)");
    }
}
