package org.runincident.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists as they are in this folder. */
class CorpusTest {
    private static final Path CORPUS = Path.of("").toAbsolutePath();

    @ParameterizedTest
    @MethodSource("artifacts")
    void a_tool_that_reports_what_the_labels_want_scores_one(LabelSet labels) {
        List<Found> findings = new ArrayList<>();
        for (Question question : Question.MAIN) {
            labels.of(question.family()).stream()
                    .filter(question.wanted())
                    .forEach(l ->
                            findings.add(new Found(question.rules().iterator().next(), l.path(), l.line())));
        }

        for (Question question : Question.MAIN) {
            Figures figures = question.ask(labels, findings, List.of());
            assertThat(figures.misses()).isEmpty();
            assertThat(figures.falseAlarms()).isEmpty();
        }
    }

    @Test
    void every_contest_speaks_of_a_label_and_gives_a_reason() {
        assertThat(Tables.contested(CORPUS)).allSatisfy(c -> {
            assertThat(c.why()).isNotBlank();
            assertThat(artifacts().stream()
                            .flatMap(a -> a.of(c.family()).stream().filter(l -> c.speaksOf(a.artifact(), l))))
                    .hasSize(1);
        });
    }

    @Test
    void every_adjudicated_finding_has_a_reason() {
        assertThat(Tables.adjudicated(CORPUS))
                .allSatisfy(a -> assertThat(a.why()).isNotBlank());
    }

    private static List<LabelSet> artifacts() {
        return Tables.labels(CORPUS);
    }
}
