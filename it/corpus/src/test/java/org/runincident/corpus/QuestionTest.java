package org.runincident.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Artifact ARTIFACT = new Artifact("org.example", "jobs", "1");
    private static final Question FAILURE = Question.MAIN.get(0);
    private static final Question STOP = Question.MAIN.get(1);
    private static final Question SWALLOW = Question.MAIN.get(2);

    @Test
    void a_group_is_reported_by_any_of_its_rows() {
        LabelSet labels = labels(silent(10, "g1"), silent(40, "g1"), silent(80, "g2"));

        Figures figures = ask(FAILURE, labels, new Found("FailureWithoutReason", "Job.java", 40));

        assertThat(figures.reported()).isEqualTo(1);
        assertThat(figures.wanted()).isEqualTo(2);
        assertThat(figures.misses()).singleElement().asString().contains("Job.java:80");
    }

    @Test
    void a_finding_counts_for_the_nearest_label_within_two_lines() {
        LabelSet labels = labels(silent(10, "g1"), status(12, "text", "", "failure"));

        assertThat(ask(FAILURE, labels, new Found("DroppedFailureReason", "Job.java", 8))
                        .reported())
                .isEqualTo(1);
        assertThat(ask(FAILURE, labels, new Found("DroppedFailureReason", "Job.java", 13))
                        .falseAlarms())
                .singleElement()
                .asString()
                .contains("text");
        assertThat(ask(FAILURE, labels, new Found("DroppedFailureReason", "Job.java", 15))
                        .falseAlarms())
                .singleElement()
                .asString()
                .contains("no label");
    }

    @Test
    void a_debatable_row_reports_its_group_but_makes_none_alone() {
        Label debatable = silent(10, "g1").with("silent", "g1", "failure", "debatable: who asks");
        LabelSet alone = labels(debatable);
        LabelSet together = labels(debatable, silent(40, "g1"));
        Found found = new Found("FailureWithoutReason", "Job.java", 10);

        assertThat(ask(FAILURE, alone, found)).isEqualTo(Figures.NONE);
        assertThat(ask(FAILURE, together, found).recall()).isEqualTo(1.0);
    }

    @Test
    void a_silent_row_reported_by_the_rule_of_the_other_kind_counts_neither_way() {
        LabelSet labels = labels(silent(10, "g1"));
        Found found = new Found("UnattributedStop", "Job.java", 10);

        assertThat(ask(STOP, labels, found)).isEqualTo(Figures.NONE);
        assertThat(ask(FAILURE, labels, found).recall()).isZero();
    }

    @Test
    void a_row_that_names_the_real_site_stands_for_it() {
        Label firstLine = status(7, "na", "", "").with("na", "", "", "first line of the call; site is L10");

        Figures figures =
                ask(FAILURE, labels(firstLine, silent(10, "g1")), new Found("FailureWithoutReason", "Job.java", 6));

        assertThat(figures.recall()).isEqualTo(1.0);
        assertThat(figures.falseAlarms()).isEmpty();
    }

    @Test
    void an_unlabelled_finding_says_nothing_where_only_some_places_were_labelled() {
        LabelSet sampled = new LabelSet(ARTIFACT, List.of(), Map.of(Family.SWALLOW, 2));
        LabelSet whole = new LabelSet(ARTIFACT, List.of(), Map.of());
        Found found = new Found("SwallowedException", "Job.java", 10);

        assertThat(ask(SWALLOW, sampled, found).falseAlarms()).isEmpty();
        assertThat(ask(SWALLOW, whole, found).falseAlarms()).hasSize(1);
    }

    @Test
    void an_unlabelled_finding_found_right_counts_for_precision_only() {
        Found found = new Found("SwallowedException", "Job.java", 10);
        Adjudicated right = new Adjudicated("jobs:1", "Job.java", 10, "SwallowedException", true, "nothing is kept");

        Figures figures = SWALLOW.ask(labels(), List.of(found), List.of(right));

        assertThat(figures.precision()).isEqualTo(1.0);
        assertThat(figures.recall()).isNaN();
    }

    @Test
    void a_contested_label_says_what_the_contest_says() {
        Contested contest = new Contested(
                "jobs:1", Family.STATUS, "Job.java", 10, "silent", "text", "", "failure", "the caller sets it");
        LabelSet labels = labels(silent(10, "g1")).amended(List.of(contest));

        Figures figures = ask(FAILURE, labels, new Found("FailureWithoutReason", "Job.java", 10));

        assertThat(figures.wanted()).isZero();
        assertThat(figures.falseAlarms()).hasSize(1);
    }

    private static Figures ask(Question question, LabelSet labels, Found... found) {
        return question.ask(labels, List.of(found), List.of());
    }

    private static LabelSet labels(Label... labels) {
        return new LabelSet(ARTIFACT, List.of(labels), Map.of());
    }

    private static Label silent(int line, String group) {
        return status(line, "silent", group, "failure");
    }

    private static Label status(int line, String verdict, String group, String kind) {
        return new Label(Family.STATUS, "Job.java", line, verdict, "Job", "", group, kind);
    }
}
