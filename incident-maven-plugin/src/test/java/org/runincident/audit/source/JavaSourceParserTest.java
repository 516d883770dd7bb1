package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.code.Span;

class JavaSourceParserTest {
    private static final SourceFile FILE = new SourceFile("A.java", Path.of("A.java"), "m", true);

    private static ParsedFile parse(String text) {
        return new JavaSourceParser().parse(FILE, text);
    }

    /** Names of the methods that have a body. */
    private static List<String> bodies(ParsedFile file) {
        return file.unit().findAll(MethodDeclaration.class).stream()
                .filter(method -> method.getBody().isPresent())
                .map(MethodDeclaration::getNameAsString)
                .toList();
    }

    @Test
    void old_and_new_java_parse_alike() {
        ParsedFile file = parse("""
                import module java.base;
                class A {
                    int _, record, when, permits;
                    sealed interface S permits P {}
                    record P(int a, S b) implements S {}
                    int m(Object o) {
                        return switch (o) {
                            case P(var a, P(int b, _)) when a > 1 -> b;
                            case null, default -> { yield 0; }
                        };
                    }
                }
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(bodies(file)).containsExactly("m");
    }

    @Test
    void blocks_nested_in_calls_too_deeply_cost_their_method_and_no_hours() {
        for (String[] nest : new String[][] {
            {"run(() -> { ", " });"},
            {"new Object() { void m() { ", " } };"},
            {"f(switch (y) { default -> { ", " yield 1; } });"}
        }) {
            String deep = nest[0].repeat(40) + "x();" + nest[1].repeat(40);
            String shallow = nest[0].repeat(6) + "x();" + nest[1].repeat(6);
            ParsedFile file = parse(
                    "class A {\n void a() { " + shallow + " }\n void b() { " + deep + " }\n void c() { two(); }\n}");
            assertThat(bodies(file)).contains("a", "c").doesNotContain("b");
            assertThat(file.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.at().line()).isEqualTo(3);
                assertThat(problem.problem()).isEqualTo("more than 12 blocks are nested inside of expressions");
            });
        }
    }

    @Test
    void an_inferred_type_is_no_class_named_var() {
        ParsedFile file = parse("class A { void m() { var x = 1; for (var y : z) {} } }");
        assertThat(file.unit().findAll(VariableDeclarator.class))
                .allMatch(variable -> variable.getType().isVarType());
    }

    @Test
    void a_pattern_of_a_primitive_type_is_read() {
        ParsedFile file = parse("class A { boolean m(Object o) { return o instanceof int i; } void n() { run(); } }");
        assertThat(file.problems()).isEmpty();
        assertThat(bodies(file)).containsExactly("m", "n");
    }

    @Test
    void a_local_enum_does_not_hide_what_follows_it() {
        ParsedFile file = parse("""
                class A {
                    int m() {
                        enum E implements R { X, Y { } }
                        return 1;
                    }
                    void n() {}
                }
                """);
        assertThat(file.unit().findAll(ReturnStmt.class)).hasSize(1);
        assertThat(bodies(file)).containsExactly("m", "n");
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at()).isEqualTo(new Span(3, 9, 3, 40));
            assertThat(problem.problem()).contains("enum");
            assertThat(problem.whole()).isFalse();
        });
    }

    @Test
    void a_broken_method_costs_its_body_and_no_other() {
        ParsedFile file = parse("class A {\n void a() { one(); }\n void b() { if ( }\n void c() { two(); }\n}");
        assertThat(bodies(file)).containsExactly("a", "c");
        assertThat(file.unit().findAll(MethodDeclaration.class)).hasSize(3);
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at().line()).isEqualTo(3);
            assertThat(problem.problem()).startsWith("not understood");
        });
        assertThat(file.isUnread()).isFalse();
    }

    @Test
    void garbage_between_members_costs_one_member_at_most() {
        ParsedFile file = parse(
                "class A {\n void a() { one(); }\n some garbage here ) 1\n void b() { two(); }\n void c() { two(); }\n}");
        assertThat(bodies(file)).contains("a", "c");
        assertThat(file.problems()).extracting(problem -> problem.at().line()).containsExactly(3);
    }

    @Test
    void words_that_stand_where_a_member_is_expected_cost_nothing_else() {
        ParsedFile file = parse("class A {\n void a() { one(); }\n\n this is no member;\n\n void b() { two(); }\n}");
        assertThat(bodies(file)).containsExactly("a", "b");
        assertThat(file.problems()).extracting(problem -> problem.at().line()).containsExactly(4);
    }

    @Test
    void a_sign_no_word_begins_with_costs_one_body() {
        ParsedFile file = parse("class A {\n void a() { one(); }\n void b() { # }\n void c() { two(); }\n}");
        assertThat(bodies(file)).containsExactly("a", "c");
        assertThat(file.problems()).extracting(problem -> problem.at().line()).containsExactly(3);
    }

    @Test
    void a_file_that_breaks_off_is_read_up_to_there() {
        for (String end : new String[] {" void c() { two(", " /* what", " class B { void d() {", " void c(", ""}) {
            ParsedFile file = parse("class A {\n void a() { one(); }\n void b() { two(); }\n" + end);
            assertThat(bodies(file)).as(end).contains("a", "b");
            assertThat(file.problems()).as(end).isNotEmpty();
        }
    }

    @Test
    void several_problems_are_all_told() {
        ParsedFile file = parse("class A {\n void a() { if ( }\n void b() { one(); }\n void c() { for ; }\n}");
        assertThat(bodies(file)).containsExactly("b");
        assertThat(file.problems()).extracting(problem -> problem.at().line()).containsExactly(2, 4);
    }

    @Test
    void a_text_that_is_no_java_is_unread() {
        assertThat(parse("<xml>").problems()).isNotEmpty();
        assertThat(parse("<xml>").unit().getTypes()).isEmpty();
    }

    @Test
    void an_empty_file_is_fine() {
        assertThat(parse("").problems()).isEmpty();
    }

    @Test
    void escapes_keep_their_positions() {
        ParsedFile file = parse("class A { String s = \"\\u0022.length(); char \\u0061b; int x; }");
        assertThat(file.problems()).isEmpty();
        VariableDeclarator last = file.unit().findAll(VariableDeclarator.class).get(2);
        assertThat(last.getRange().orElseThrow().begin.column).isEqualTo(58);
    }

    @Test
    void five_thousand_terms_are_no_trouble() {
        ParsedFile file = parse("class A { String s = " + "\"a\" + ".repeat(5_000) + "\"\"; void m() {} }");
        assertThat(file.problems()).isEmpty();
        assertThat(bodies(file)).containsExactly("m");
    }

    @Test
    void nesting_without_end_costs_its_member_and_no_other() {
        String deep = "(".repeat(200_000) + "1" + ")".repeat(200_000);
        ParsedFile file = parse("class A {\n void a() { one(); }\n\n int b = " + deep + ";\n void c() { two(); }\n}");
        assertThat(bodies(file)).containsExactly("a", "c");
        assertThat(file.problems()).extracting(problem -> problem.at().line()).containsExactly(4);
    }

    @Test
    void what_the_parser_gives_up_on_costs_its_body_and_no_other() {
        ParsedFile file =
                parse("class A {\n void a() { one(); }\n void b() { foo(this x -> 1); }\n void c() { two(); }\n}");
        assertThat(bodies(file)).contains("a", "c");
    }

    @Test
    void nesting_without_end_is_a_problem_and_no_crash() {
        ParsedFile file = parse("class A { int x = " + "(".repeat(50_000) + "; }");
        assertThat(file.problems()).isNotEmpty();
    }

    @Test
    void a_file_that_is_too_long_is_said_to_be() {
        ParsedFile file = parse(" ".repeat(JavaSourceParser.LIMIT + 1));
        assertThat(file.isUnread()).isTrue();
        assertThat(file.problems().get(0).problem()).contains("longer than");
    }

    @Test
    void a_file_that_cannot_be_opened_is_a_problem() {
        ParsedFile file = new JavaSourceParser().parse(FILE);
        assertThat(file.isUnread()).isTrue();
    }
}
