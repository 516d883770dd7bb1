package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

class BodiesTest {
    private static java.util.List<String> keys(String... sources) {
        return Graphs.of(sources).graphs().stream()
                .map(g -> g.method().key().toString())
                .toList();
    }

    @Test
    void every_body_has_a_graph() {
        assertThat(keys("""
                        class A {
                          int x = 1;
                          static int y = 2;
                          static { y = 3; }
                          { x = 4; }
                          A() {}
                          A(int i) { this(); }
                          void m() {}
                          abstract static class B { abstract void none(); void b() {} }
                          interface I { int K = 1; default void d() {} void none(); }
                          record R(int a) { R { } static void s() {} }
                          enum E { P { void c() {} }, Q; void e() {} }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "A#<fields>()",
                        "A#<clinit>()",
                        "A#<init>()",
                        "A#<init>(int)",
                        "A#m()",
                        "A.B#b()",
                        "A.I#<clinit>()",
                        "A.I#d()",
                        "A.R#<init>(int)",
                        "A.R#s()",
                        "A.E#<clinit>()",
                        "A.E.P$1#c()",
                        "A.E#e()");
    }

    @Test
    void anonymous_and_local_classes_have_bodies_of_their_own() {
        assertThat(keys("""
                        package p;
                        class A {
                          Runnable r = new Runnable() { public void run() {} };
                          void m() { new Object() { void x() {} }; new Object() { void y() {} }; class L { void l() {} } }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "p.A#<fields>()", "p.A.new$1#run()", "p.A#m()", "p.A.m$1#x()", "p.A.m$2#y()", "p.A.$.L#l()");
    }

    @Test
    void an_anonymous_class_in_a_finally_is_lowered_once() {
        assertThat(keys("class A { void m() { try { hashCode(); } finally { new Object() { void x() {} }; } } }"))
                .containsExactlyInAnyOrder("A#m()", "A.m$1#x()");
    }

    @Test
    void they_see_the_variables_around() {
        Look look = Look.in(
                "class A { String s; void m(String p) { String q = p; new Object() { String s; void f() { p.trim(); s = q; } }; } }");

        assertThat(look.events()).containsExactly("p.trim()", "this.s = q");
        assertThat(((Event.Put) look.graph().entry().events().get(1)).value())
                .isInstanceOfSatisfying(
                        Value.Variable.class, q -> assertThat(q.role()).isEqualTo(Value.Role.CAPTURED));
    }

    @Test
    void they_call_their_own_methods_first_and_then_those_around() {
        Look look = Look.in(
                "class A { void own() {} void outer() {} void m() { new Object() { void own() {} void f() { own(); outer(); } }; } }");

        assertThat(look.events()).containsExactly("this.own()", "A.this.outer()");
    }

    @Test
    void a_compact_constructor_assigns_its_fields_when_it_ends() {
        Graphs graphs =
                Graphs.of("record R(int a, String b) { R { if (a < 0) throw new IllegalArgumentException(); } }");

        assertThat(Look.at(graphs.method("<init>")).events()).containsSubsequence("this.a = a", "this.b = b");
    }

    @Test
    void enum_constants_are_created_in_the_static_initializer() {
        Graphs graphs = Graphs.of("enum E { A(true), B; E(boolean b) {} E() {} }");

        assertThat(Look.at(graphs.method("<clinit>")).events())
                .containsExactly("%0 = new E(true)", "E.A = %0", "%1 = new E()", "E.B = %1");
    }

    @Test
    void a_body_that_cannot_be_lowered_costs_no_other() {
        String broken = "class A { void m() { int x = ; } void f() { hashCode(); } }";

        assertThat(Graphs.ofBroken(broken).method("f").entry().events()).hasSize(1);
    }

    @Test
    void the_same_source_gives_the_same_graphs() {
        String source =
                "class A { void m(int i) { try { while (i > 0) { i--; hashCode(); } } catch (RuntimeException e) { } finally { i = 0; } } }";

        assertThat(Graphs.of(source).print("m")).isEqualTo(Graphs.of(source).print("m"));
    }
}
