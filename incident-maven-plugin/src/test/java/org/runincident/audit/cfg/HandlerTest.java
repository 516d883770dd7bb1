package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.runincident.code.Span;

class HandlerTest {
    private static final String HELPERS = " void a() {} void b() {} ";

    @Test
    void it_stands_at_its_keyword_up_to_the_parenthesis() {
        Look look =
                Look.in("class T {\n void f() {\n  try { hashCode(); }\n  catch (RuntimeException e ) {\n  }\n }\n}");

        assertThat(look.handler("e").at()).isEqualTo(new Span(4, 3, 4, 29));
        assertThat(look.handler("e").body()).isEqualTo(new Span(4, 31, 5, 3));
    }

    @Test
    void comments_in_its_body_on_its_line_and_directly_above_it_are_its_own() {
        Look look = Look.at(HELPERS + """
                        void f() {
                          try {
                            a(); // not this one
                            // above
                          } catch (RuntimeException e) { // beside
                            // inside
                            b(); /* inside too */
                          }
                          // after
                        }
                        """);

        assertThat(look.handler("e").comments()).containsExactly("above", "beside", "inside", "inside too");
    }

    @Test
    void a_body_without_statements_is_empty_whatever_its_comments_say() {
        Look empty = Look.at(HELPERS + "void f() { try { a(); } catch (RuntimeException e) { /* fine */ } }");
        Look semicolon = Look.at(HELPERS + "void f() { try { a(); } catch (RuntimeException e) { ; } }");
        Look not = Look.at(HELPERS + "void f() { try { a(); } catch (RuntimeException e) { b(); } }");

        assertThat(empty.handler("e").emptyBody()).isTrue();
        assertThat(semicolon.handler("e").emptyBody()).isTrue();
        assertThat(not.handler("e").emptyBody()).isFalse();
    }

    @Test
    void its_blocks_are_those_of_its_body() {
        Look look = Look.at(HELPERS
                + "void f(boolean x) { try { a(); } catch (RuntimeException e) { if (x) a(); else b(); } b(); }");

        assertThat(look.handler("e").blocks())
                .contains(look.handler("e").entry())
                .hasSize(3);
    }
}
