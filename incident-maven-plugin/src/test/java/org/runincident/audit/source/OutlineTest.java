package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.audit.source.Outline.Import;
import org.runincident.audit.source.Outline.OutlinedType;
import org.runincident.code.TypeKind;

class OutlineTest {

    private static List<String> names(String text) {
        return Outline.of(text).types().stream().map(OutlinedType::name).toList();
    }

    private static OutlinedType only(String text) {
        assertThat(Outline.of(text).types()).hasSize(1);
        return Outline.of(text).types().get(0);
    }

    @Test
    void package_and_imports() {
        Outline outline = Outline.of("""
                @Deprecated package a . b;
                import java.util.List;
                import static a.B.c;
                import static a.B.*;
                import java.util.*;
                import module java.base;
                class X {}
                """);
        assertThat(outline.packageName()).isEqualTo("a.b");
        assertThat(outline.imports())
                .containsExactly(
                        new Import("java.util.List", false, false, false),
                        new Import("a.B.c", true, false, false),
                        new Import("a.B", true, true, false),
                        new Import("java.util", false, true, false),
                        new Import("java.base", false, false, true));
    }

    @Test
    void every_kind_of_type_and_their_nesting() {
        String text = """
                package p;
                class A { interface B { enum C { X { void m() {} }, Y; record D(int a) {} } } @interface E {} }
                record F<T>(T t) {}
                """;
        assertThat(names(text)).containsExactly("p.A", "p.A.B", "p.A.B.C", "p.A.B.C.D", "p.A.E", "p.F");
        assertThat(Outline.of(text).types())
                .extracting(OutlinedType::kind)
                .containsExactly(
                        TypeKind.CLASS,
                        TypeKind.INTERFACE,
                        TypeKind.ENUM,
                        TypeKind.RECORD,
                        TypeKind.ANNOTATION,
                        TypeKind.RECORD);
    }

    @Test
    void supertypes_without_their_arguments() {
        OutlinedType type = only("sealed class A<T extends Comparable<? super T>> extends @X(1) b.C<T>.D<int[]> "
                + "implements E<F<G>>, @Y H permits I, J.K {}");
        assertThat(type.supertypes()).containsExactly("b.C.D", "E", "H");
        assertThat(type.permitted()).containsExactly("I", "J.K");
    }

    @Test
    void words_in_comments_strings_and_bodies_declare_nothing() {
        assertThat(names("""
                // class A {
                /* class B { */
                @Doc("class C {")
                class X {
                    String s = "class D {", t = \"""
                        class E { "
                        \""";
                    char c = '"', d = '\\'', e = '{';
                    Class<?> k = F.class;
                    Object o = new Object() { class G {} };
                    void m() { class H {} record I() {} }
                    static { class J {} }
                    void record() {}
                    int enumeration;
                }
                class Y {}
                """)).containsExactly("X", "Y");
    }

    @Test
    void a_lambda_in_a_field_is_passed_over() {
        assertThat(names("class X { Runnable r = () -> { class A {} }; class B {} }"))
                .containsExactly("X", "X.B");
    }

    @Test
    void a_name_that_looks_like_a_keyword_is_a_name() {
        assertThat(names("class X { record r; int record = 1; void m(record x) {} }"))
                .containsExactly("X");
    }

    @Test
    void text_without_an_end_still_gives_what_there_is() {
        assertThat(names("class X { class Y { void m() { \"")).containsExactly("X", "X.Y");
        assertThat(names("class X extends")).isEmpty();
        assertThat(names("}}} class X {}")).containsExactly("X");
    }

    @Test
    void an_escaped_backslash_does_not_hide_the_end_of_a_character() {
        assertThat(names("class X { char c = '\\u005c''; class Y {} }")).containsExactly("X", "X.Y");
    }
}
