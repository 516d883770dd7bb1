package org.runincident.audit.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.SourceFile;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.rule.Finding;
import org.runincident.rule.HouseItem;
import org.runincident.rule.Rules;
import org.runincident.rule.Severity;
import org.runincident.rule.allow.Allowance;
import org.runincident.rule.allow.Suppressions;

class SuppressionsTest {
    private static final String FILE = "A.java";

    private final Suppressions suppressions = new Suppressions(Rules.all());

    /** In these sources a finding stands on every line that holds the word HERE, or HERE(message). */
    private Suppressions.Parted part(String source) {
        SourceFile file = new SourceFile(FILE, Path.of(FILE), "m", true);
        List<Allowance> allowances = AllowanceReader.read(new JavaSourceParser().parse(file, source));
        List<Finding> findings = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int column = lines.get(i).indexOf("here(");
            if (column >= 0) {
                Place at = new Place(FILE, new Span(i + 1, column + 1, i + 1, column + 4));
                findings.add(new Finding(
                        "UnhandledVariant", Severity.ERROR, at, null, "`x` leaves out `A`.", "Name it.", List.of()));
            }
        }
        return suppressions.part(findings, allowances, rule -> true);
    }

    @Test
    void a_comment_on_the_line_or_the_line_above_allows_and_keeps_the_words() {
        Suppressions.Parted parted = part("""
                class A {
                    void a() {
                        here(); // incident:allow UnhandledVariant because halted runs are swept up
                        // incident:allow UnhandledVariant because the poller
                        // looks again in a second
                        here();
                        here();
                    }
                }
                """);

        assertThat(parted.open()).extracting(f -> f.at().span().line()).containsExactly(7);
        assertThat(parted.allowed())
                .extracting(a -> a.by().because())
                .containsExactly("halted runs are swept up", "the poller looks again in a second");
        assertThat(parted.problems()).isEmpty();
    }

    @Test
    void a_comment_that_has_found_its_line_does_not_reach_for_the_next() {
        Suppressions.Parted parted = part("""
                class A {
                    void a() {
                        here(); // incident:allow UnhandledVariant because halted runs are swept up
                        here();
                    }
                }
                """);

        assertThat(parted.open()).extracting(f -> f.at().span().line()).containsExactly(4);
    }

    @Test
    void without_a_reason_it_does_not_count_and_is_a_problem() {
        Suppressions.Parted parted = part("""
                class A {
                    void a() {
                        // incident:allow UnhandledVariant
                        here();
                        here(); // incident:allow UnhandledVariant because by design
                    }

                    @IncidentAllowed(rule = "UnhandledVariant", because = "TODO")
                    void b() {
                        here();
                    }
                }
                """);

        assertThat(parted.open()).hasSize(3);
        assertThat(parted.problems())
                .hasSize(3)
                .allSatisfy(p -> assertThat(p).isInstanceOf(HouseItem.UnfoundedAllowance.class));
    }

    @Test
    void an_annotation_covers_the_method_or_the_type() {
        Suppressions.Parted parted = part("""
                class A {
                    @org.runincident.model.IncidentAllowed(
                            rule = "UnhandledVariant", because = "the other states " + "are swept up")
                    void a() {
                        here();
                    }

                    void b() {
                        here();
                    }

                    @IncidentAllowed(rule = "UnhandledVariant", because = "a probe, best effort")
                    @IncidentAllowed(rule = "LostCause", because = "a probe, best effort")
                    static class B {
                        void c() {
                            here();
                        }
                    }
                }
                """);

        assertThat(parted.open()).extracting(f -> f.at().span().line()).containsExactly(9);
        assertThat(parted.allowed()).hasSize(2);
        assertThat(parted.problems()).singleElement().isInstanceOf(HouseItem.IdleAllowance.class);
    }

    @Test
    void on_a_parameter_it_covers_what_speaks_of_it() {
        Suppressions.Parted parted = part("""
                class A {
                    void a(@IncidentAllowed(rule = "UnhandledVariant", because = "swept up every night") X x) {
                        here();
                    }

                    void b(@IncidentAllowed(rule = "UnhandledVariant", because = "swept up every night") X y) {
                        here();
                    }

                    void c() {
                        try {
                            d();
                        } catch (@IncidentAllowed(rule = "UnhandledVariant", because = "swept up every night") X y) {
                            here();
                        }
                    }
                }
                """);

        assertThat(parted.open()).extracting(f -> f.at().span().line()).containsExactly(7);
        assertThat(parted.allowed()).hasSize(2);
    }

    @Test
    void another_rule_is_not_allowed_and_a_misspelt_one_is_named() {
        Suppressions.Parted parted = part("""
                class A {
                    void a() {
                        here(); // incident:allow DefaultHidesVariants because halted runs are swept up
                        here(); // incident:allow UnhandledVarient because halted runs are swept up
                    }
                }
                """);

        assertThat(parted.open()).hasSize(2);
        assertThat(parted.problems())
                .filteredOn(HouseItem.IdleAllowance.class::isInstance)
                .extracting(p -> ((HouseItem.IdleAllowance) p).nearest())
                .containsExactly("", "UnhandledVariant");
    }

    @Test
    void the_mark_of_another_tool_counts_when_words_follow() {
        Suppressions.Parted parted = part("""
                class A {
                    void a() {
                        here(); // NOPMD halted runs are swept up
                        here(); // NOSONAR
                    }
                }
                """);

        assertThat(parted.open()).extracting(f -> f.at().span().line()).containsExactly(4);
        assertThat(parted.problems()).isEmpty();
    }

    @Test
    void one_comment_may_name_several_rules() {
        Suppressions.Parted parted = part("""
                class A {
                    void a() {
                        here(); // incident:allow UnhandledVariant, DefaultHidesVariants because halted runs are swept up
                    }
                }
                """);

        assertThat(parted.open()).isEmpty();
        assertThat(parted.problems()).hasSize(1);
    }

    @Test
    void two_findings_of_a_line_are_both_allowed() {
        SourceFile file = new SourceFile(FILE, Path.of(FILE), "m", true);
        String source = "class A { int a; } // incident:allow UnhandledVariant because halted runs are swept up";
        Finding finding = new Finding(
                "UnhandledVariant",
                Severity.ERROR,
                new Place(FILE, new Span(1, 3, 1, 9)),
                null,
                "Left out.",
                "Name it.",
                List.of());

        Suppressions.Parted parted = suppressions.part(
                List.of(finding, finding), AllowanceReader.read(new JavaSourceParser().parse(file, source)), r -> true);

        assertThat(parted.allowed()).hasSize(2);
        assertThat(parted.open()).isEmpty();
    }
}
