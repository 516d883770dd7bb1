package org.runincident.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.archrules.bytecode.CompiledProgram;
import org.runincident.archrules.bytecode.LoadedClasses;
import org.runincident.archrules.bytecode.SourceFiles;
import org.runincident.flow.Helpers;
import org.runincident.rule.Finding;
import org.runincident.vocabulary.IncidentConfig;

/** Every fixture of the rules, compiled, gives the same lines as its source does. */
class ConformanceTest {
    /** Where a class file cannot give what the source does: the lines that differ, with the reason. */
    private static final Map<String, Difference> DIFFERENCES = Map.ofEntries(
            Map.entry(
                    "SwallowedException/E-09_allowed_on_parameter_member_and_line.java",
                    Difference.unexpected(
                            "annotations of catch parameters do not reach the class file",
                            "SwallowedException E-09_allowed_on_parameter_member_and_line.java:9")),
            Map.entry(
                    "SwallowedException/a_comment_belongs_to_its_own_clause.java",
                    Difference.missing(
                            "of a try without statements, and its handlers, nothing is compiled",
                            "SwallowedException a_comment_belongs_to_its_own_clause.java:7")),
            Map.entry(
                    "FinallyDiscardsException/a_try_that_is_meant_to_throw.java",
                    Difference.missing(
                            "of a try in which nothing can throw only its finally is compiled",
                            "FinallyDiscardsException a_try_that_is_meant_to_throw.java:13",
                            "FinallyDiscardsException a_try_that_is_meant_to_throw.java:22",
                            "FinallyDiscardsException a_try_that_is_meant_to_throw.java:34")),
            Map.entry(
                    "FailureWithoutReason/statements_in_annotations.java",
                    Difference.missing(
                            "methods without code have no lines; statements in annotations are read from sources only",
                            "FailureWithoutReason statements_in_annotations.java:29",
                            "FailureWithoutReason statements_in_annotations.java:46",
                            "FailureWithoutReason statements_in_annotations.java:57",
                            "FailureWithoutReason statements_in_annotations.java:69")),
            Map.entry(
                    "FailureWithoutReason/states_that_are_classes_or_numbers.java",
                    Difference.missing(
                            "the compiler puts the value of a constant number in the place of its name",
                            "FailureWithoutReason states_that_are_classes_or_numbers.java:57")),
            Map.entry(
                    "UnhandledVariant/string_tags_of_one_type.java",
                    Difference.missing(
                            "the compiler puts the value of a constant text in the place of its name",
                            "UnhandledVariant string_tags_of_one_type.java:22")),
            Map.entry(
                    "FailureWithoutReason/statements_in_mapper_files",
                    Difference.missing(
                            "mapper files are read with the sources only", "FailureWithoutReason JobService.java:23")),
            Map.entry(
                    "SwallowedException/E-09_the_variable_is_marked_unused.java",
                    Difference.unexpected(
                            "annotations of catch parameters do not reach the class file",
                            "SwallowedException E-09_the_variable_is_marked_unused.java:7")),
            Map.entry(
                    "LostCause/E-09_marked_as_unused.java",
                    Difference.unexpected(
                            "annotations of catch parameters do not reach the class file",
                            "LostCause E-09_marked_as_unused.java:11")),
            Map.entry(
                    "SwallowedAsyncFailure/the_first_failure_goes_on.java",
                    Difference.unexpected(
                            "the comment above a method does not reach the class file",
                            "SwallowedAsyncFailure the_first_failure_goes_on.java:23")),
            Map.entry(
                    "FinallyDiscardsException/near_miss_only_after_success.java",
                    Difference.unexpected(
                            "which statement of a try is its last is not kept, so a flag set there is any flag",
                            "FinallyDiscardsException near_miss_only_after_success.java:14")));

    private record Difference(String reason, Set<String> missing, Set<String> unexpected) {
        static Difference unexpected(String reason, String... lines) {
            return new Difference(reason, Set.of(), Set.of(lines));
        }

        static Difference missing(String reason, String... lines) {
            return new Difference(reason, Set.of(lines), Set.of());
        }
    }

    private static FixtureCompiler compiler;

    @BeforeAll
    static void open_the_class_path(@TempDir Path folder) throws IOException {
        compiler = new FixtureCompiler(folder);
    }

    @AfterAll
    static void close_the_class_path() throws IOException {
        compiler.close();
    }

    @TestFactory
    Stream<DynamicTest> fixtures() {
        return CompiledFixture.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
    }

    private static void check(CompiledFixture fixture) throws Exception {
        assumeTrue(fixture.level() > 0, "does not compile");
        assumeTrue(fixture.level() <= Runtime.version().feature(), "needs a newer JDK");
        List<byte[]> classes = fixture.compile(compiler);
        SourceFiles sources = new SourceFiles(List.of(fixture.sources(compiler.folder())));
        CompiledProgram program = new CompiledProgram(
                classes, new LoadedClasses(null).or(compiler.stubs()), sources, f -> true, Helpers.NONE);
        Judged judged = Judged.of(
                program,
                IncidentConfig.defaults().vocabulary(),
                rule -> rule.info().severity(),
                Helpers.NONE);
        List<Finding> found = judged.findings();
        List<String> problems = judged.problems();
        TreeSet<String> lines = new TreeSet<>();
        found.forEach(f -> lines.add(CompiledFixture.line(f)));
        TreeSet<String> expected = new TreeSet<>(fixture.expected());
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(lines);
        TreeSet<String> surplus = new TreeSet<>(lines);
        surplus.removeAll(expected);
        Difference known = DIFFERENCES.getOrDefault(fixture.name(), Difference.missing("none"));
        assertThat(problems).isEmpty();
        assertThat(missing).as("missing").isEqualTo(known.missing());
        assertThat(surplus).as("unexpected").isEqualTo(known.unexpected());
    }
}
