package org.runincident.rule.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.inventory.OutcomeConsumer;
import org.runincident.inventory.OutcomeConsumer.Form;
import org.runincident.inventory.OutcomeConsumer.Handled;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.inventory.Step;
import org.runincident.rule.Rule;

/** What the two verdicts on consumers say, and the path they show; fixtures hold them to their lines. */
class ConsumerWordsTest {
    private static final Place SWITCH = place("Shop.java", 10);
    private static final Place DEFAULT = place("Shop.java", 20);

    @Test
    void one_variant_left_out() {
        assertThat(said(new UnhandledVariant(), leavesOut("LOST").rest(Treatment.NOTHING)))
                .isEqualTo("This switch leaves out `LOST` of `State`; nothing happens for it.");
    }

    @Test
    void two_variants_are_joined_by_and() {
        assertThat(said(new UnhandledVariant(), leavesOut("LOST", "LATE").rest(Treatment.LOGS)))
                .isEqualTo("This switch leaves out `LOST` and `LATE` of `State`; the `default` only logs for them.");
    }

    @Test
    void five_variants_are_all_named() {
        assertThat(said(new UnhandledVariant(), leavesOut("A", "B", "C", "D", "E")))
                .contains("`A`, `B`, `C`, `D` and `E` of");
    }

    @Test
    void of_six_variants_three_are_named_and_the_rest_is_counted() {
        assertThat(said(new UnhandledVariant(), leavesOut("A", "B", "C", "D", "E", "F")))
                .contains("`A`, `B`, `C` and 3 more of");
    }

    @Test
    void each_form_has_its_name() {
        assertThat(Stream.of(Form.IF_CHAIN, Form.IF_ROW, Form.SWITCH_EXPRESSION, Form.JSON)
                        .map(form -> said(
                                new UnhandledVariant(),
                                leavesOut("LOST").rest(Treatment.NOTHING).form(form))))
                .extracting(text -> text.substring(0, text.indexOf(" leaves")))
                .containsExactly(
                        "This if chain", "This row of ifs", "This switch", "This reader outside of the process");
    }

    @Test
    void what_takes_the_rest_has_the_name_of_its_form() {
        assertThat(said(new DefaultHidesVariants(), leavesOut("LOST").rest(Treatment.WORKS)))
                .startsWith("The `default` takes `LOST` of `State`");
        assertThat(said(
                        new DefaultHidesVariants(),
                        leavesOut("LOST").rest(Treatment.WORKS).form(Form.IF_ROW)))
                .startsWith("The last `else` takes");
        assertThat(said(
                        new DefaultHidesVariants(),
                        leavesOut("LOST").rest(Treatment.NOTHING).form(Form.VISITOR)))
                .startsWith("The visitor's default method takes");
        assertThat(said(
                        new DefaultHidesVariants(),
                        leavesOut("LOST").rest(Treatment.WORKS).implicit()))
                .startsWith("What follows the switch takes");
    }

    @Test
    void ways_out_of_the_process_are_named_and_counted() {
        Consumer one = leavesOut("LOST").leaving("as JSON");
        assertThat(said(new UnhandledVariant(), one)).endsWith(" It leaves the process, too: as JSON.");
        assertThat(said(new UnhandledVariant(), one.leaving("over HTTP"))).endsWith("as JSON, and in 1 more place.");
        assertThat(said(new UnhandledVariant(), one.leaving("as a column"))).endsWith("as JSON, and in 2 more places.");
    }

    @Test
    void the_path_goes_from_the_decision_over_the_rest_to_the_declarations() {
        assertThat(path(new UnhandledVariant(), leavesOut("LOST", "LATE").rest(Treatment.THROWS)))
                .containsExactly(
                        "Shop.java:10 decides by `State`: names `OPEN` and `DONE`",
                        "Shop.java:20 the `default`: the `default` throws for them at run time",
                        "State.java:1 `LOST` is declared here",
                        "State.java:2 `LATE` is declared here");
    }

    @Test
    void the_path_ends_with_up_to_five_ways_out_of_the_process() {
        Consumer consumer = leavesOut("LOST").implicit().rest(Treatment.NOTHING);
        for (int way = 1; way <= 6; way++) {
            consumer.leaving("way " + way);
        }
        assertThat(path(new UnhandledVariant(), consumer))
                .containsExactly(
                        "Shop.java:10 decides by `State`: names `OPEN` and `DONE`",
                        "State.java:1 `LOST` is declared here",
                        "Api.java:1 way 1",
                        "Api.java:2 way 2",
                        "Api.java:3 way 3",
                        "Api.java:4 way 4",
                        "Api.java:5 way 5");
    }

    @Test
    void a_decision_that_names_no_variant_says_so_by_silence() {
        Consumer consumer = leavesOut("LOST").implicit();
        consumer.named = List.of();
        assertThat(path(new UnhandledVariant(), consumer).get(0)).isEqualTo("Shop.java:10 decides by `State`");
    }

    @Test
    void five_declarations_are_shown() {
        assertThat(path(
                        new UnhandledVariant(),
                        leavesOut("A", "B", "C", "D", "E", "F").implicit()))
                .hasSize(1 + 5)
                .last()
                .isEqualTo("State.java:5 `E` is declared here");
    }

    @Test
    void constants_of_compiled_code_have_no_line_to_show() {
        Consumer compiled = leavesOut("LOST").implicit();
        compiled.missingAt = List.of(new Place("State.java", Span.NONE));
        assertThat(path(new UnhandledVariant(), compiled)).hasSize(1);
    }

    @Test
    void deliberate_omissions_are_silent() {
        assertThat(reports(new UnhandledVariant(), leavesOut())).isEmpty();
        assertThat(reports(new UnhandledVariant(), leavesOut("LOST").twoWay())).isEmpty();
        assertThat(reports(new UnhandledVariant(), leavesOut("LOST").because("never here")))
                .isEmpty();
        assertThat(reports(new UnhandledVariant(), leavesOut("LOST").rest(Treatment.IMPOSSIBLE)))
                .isEmpty();
    }

    private static Consumer leavesOut(String... variants) {
        return new Consumer(List.of(variants));
    }

    private static String said(Rule.OfConsumer rule, Consumer consumer) {
        List<Report> reports = reports(rule, consumer);
        assertThat(reports).hasSize(1);
        return reports.get(0).message();
    }

    private static List<String> path(Rule.OfConsumer rule, Consumer consumer) {
        List<Report> reports = reports(rule, consumer);
        assertThat(reports).hasSize(1);
        return reports.get(0).path().stream()
                .map(step -> step.at() + " " + step.text())
                .toList();
    }

    private static List<Report> reports(Rule.OfConsumer rule, Consumer consumer) {
        List<Report> reports = new ArrayList<>();
        rule.judge(consumer.build(), (at, member, message, mend, path) -> reports.add(new Report(message, path)));
        return reports;
    }

    private static Place place(String file, int line) {
        return new Place(file, Span.ofLine(line));
    }

    private record Report(String message, List<Step> path) {}

    /** A switch over {@code State} that names OPEN and DONE, and whose {@code default} throws, unless told otherwise. */
    private static final class Consumer {
        private final List<String> missing;
        private final List<Step> outside = new ArrayList<>();
        private List<Place> missingAt;
        private List<Handled> named =
                List.of(new Handled("OPEN", Treatment.WORKS), new Handled("DONE", Treatment.WORKS));
        private Form form = Form.SWITCH_STATEMENT;
        private Treatment rest = Treatment.THROWS;
        private boolean explicit = true;
        private boolean twoWay;
        private String rationale = "";

        Consumer(List<String> missing) {
            this.missing = missing;
            this.missingAt = Stream.iterate(1, line -> line + 1)
                    .limit(missing.size())
                    .map(line -> place("State.java", line))
                    .toList();
        }

        Consumer rest(Treatment treatment) {
            rest = treatment;
            return this;
        }

        Consumer form(Form newForm) {
            form = newForm;
            return this;
        }

        Consumer implicit() {
            explicit = false;
            return this;
        }

        Consumer twoWay() {
            twoWay = true;
            return this;
        }

        Consumer because(String words) {
            rationale = words;
            return this;
        }

        Consumer leaving(String way) {
            outside.add(new Step(place("Api.java", outside.size() + 1), way));
            return this;
        }

        OutcomeConsumer build() {
            return new OutcomeConsumer(
                    SWITCH,
                    null,
                    form,
                    TypeName.resolved("shop.State"),
                    named,
                    List.of(),
                    missing,
                    missingAt,
                    rest,
                    explicit,
                    explicit ? DEFAULT : null,
                    rationale,
                    twoWay,
                    place("State.java", 1),
                    outside);
        }
    }
}
