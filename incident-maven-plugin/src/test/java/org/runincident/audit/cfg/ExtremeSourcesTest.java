package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.runincident.audit.source.DeepStack;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParseProblem;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.types.FileNames;
import org.runincident.audit.types.Members;
import org.runincident.audit.types.TypeIndex;
import org.runincident.flow.EventGraph;
import org.runincident.flow.GraphChecks;

/** Sources no person wrote: each is lowered whole, or named as a problem, and never ends the run. */
class ExtremeSourcesTest {
    static List<String> sources() {
        return List.of(
                method("String s = \"\"; s = s" + " + \"x\" + s".repeat(2_500) + ";"),
                method("boolean b = true; if (b" + " && b".repeat(5_000) + ") { hashCode(); }"),
                method("int i = " + "(".repeat(400) + "1" + ")".repeat(400) + ";"),
                method("StringBuilder b = new StringBuilder(); b" + ".append(1)".repeat(1_000) + ";"),
                method("int i = 0; if (i == 0) { }" + " else if (i == 1) { i = 2; }".repeat(2_000)),
                method("int i = 0; " + "if (i == 0) { ".repeat(200) + "i++;" + " }".repeat(200)),
                method("try { ".repeat(12) + "if (hashCode() == 1) return;" + " } finally { hashCode(); }".repeat(12)),
                method("try { hashCode(); } finally { ".repeat(14) + "hashCode();" + " }".repeat(14)),
                method("Runnable r = () -> { ".repeat(60) + " };".repeat(60)),
                method("switch (hashCode()) { " + "case 1: hashCode(); ".repeat(1_500) + " }"),
                method(""),
                "class A { { } static { } ; }",
                "",
                "void main() { System.out.println(); }",
                method("int x = ; foo( ; } else {"),
                method("break; continue; yield 3; case 1: x"),
                method("break nowhere; while (true) { continue gone; }"));
    }

    private static String method(String code) {
        return "class A { void f() { " + code + " } }";
    }

    @ParameterizedTest
    @MethodSource("sources")
    void never_ends_the_run(String source) {
        List<ParseProblem> problems = new ArrayList<>();
        List<EventGraph> graphs = DeepStack.call(() -> {
            SourceFile file = new SourceFile("A.java", Path.of("A.java"), "test", true);
            TypeIndex index = TypeIndex.of(List.of(), List.of());
            ParsedFile parsed = new JavaSourceParser().parse(file, source);
            problems.addAll(parsed.problems());
            index.offer(parsed);
            return FileGraphs.of(parsed, new FileNames(parsed.unit(), index), new Members(index), problems::add);
        });

        assertThat(graphs).allSatisfy(g -> assertThat(GraphChecks.violations(g)).isEmpty());
        assertThat(graphs.isEmpty() && problems.isEmpty() && source.contains("f()"))
                .isFalse();
    }
}
