package org.runincident.model.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.Confidence;
import org.runincident.model.ErrorChain;
import org.runincident.model.FailureCategory;
import org.runincident.model.FailureReason;
import org.runincident.model.Permanence;
import org.runincident.model.RunStatus;
import org.runincident.model.incident.Facts;
import org.runincident.model.incident.NextAction;
import org.runincident.model.incident.Phase;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.incident.Samples;
import org.runincident.model.policy.RecoveryDecision;
import org.runincident.model.present.Presentation.Action;
import org.runincident.model.present.Presentation.Line;
import org.runincident.model.present.Presentation.Section;

class PresentationTest {
    private static final Presenter PRESENTER = Presenter.standard();

    private static RunIncident withStatus(RunStatus status) {
        RunIncident full = Samples.full();
        return new RunIncident(
                1,
                full.id(),
                full.runId(),
                full.at(),
                status,
                full.facts(),
                full.cause(),
                full.phase(),
                full.recovery(),
                null);
    }

    private static Section section(Presentation presentation, String title) {
        return presentation.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_user_sees_what_happened_what_to_do_and_the_rest_folded() {
        Presentation seen = PRESENTER.present(Samples.full(), Audience.USER);

        assertThat(seen.headline()).isEqualTo("Chapter 3 could not be written to /data/book.");
        assertThat(seen.ending()).isEqualTo("The run failed in step write.");
        assertThat(seen.tone()).isEqualTo(Presentation.Tone.BAD);
        assertThat(seen.code()).isEqualTo("disk_full");
        assertThat(seen.language()).isEqualTo("en");
        assertThat(seen.actions())
                .containsExactly(
                        new Action(NextAction.FREE_DISK_SPACE, "Free disk space"),
                        new Action(NextAction.RESUME, "Go on where it stopped"),
                        new Action(NextAction.VIEW_REPORT, "View the report"));
        assertThat(seen.sections())
                .map(Section::title)
                .containsExactly("Summary", "Left undone", "Usable so far", "Details");
        assertThat(section(seen, "Summary").lines()).containsExactly(new Line("by template", "The disk filled up."));
        assertThat(section(seen, "Left undone").lines()).containsExactly(new Line("", "chapter 3"));
        assertThat(section(seen, "Usable so far").lines()).containsExactly(new Line("", "chapters 1 and 2"));
        assertThat(section(seen, "Details").folded()).isTrue();
        assertThat(section(seen, "Details").lines())
                .containsExactly(
                        new Line("Code", "disk_full"),
                        new Line("Said by", "writer"),
                        new Line("free", "0 bytes"),
                        new Line("password", "[redacted]"),
                        new Line("Error", "IOException: No space left on device"),
                        new Line("Caused by", "IllegalStateException: quota <b>"),
                        new Line("Run", "run-1"),
                        new Line("Incident", "run-1-9"));
    }

    @Test
    void a_reviewer_sees_everything_in_order() {
        Presentation seen = PRESENTER.present(Samples.full(), Audience.REVIEWER);

        assertThat(seen.sections())
                .map(Section::title)
                .containsExactly("Summary", "Why", "Details", "Timeline", "Audit trail");
        assertThat(seen.sections()).noneMatch(Section::folded);
        assertThat(section(seen, "Why").lines())
                .containsExactly(
                        new Line("Kind", "disk full"),
                        new Line("Later", "will fail again until something changes"),
                        new Line("Confidence", "medium"),
                        new Line("Speaks for it", "exit code: 28 (observed)"),
                        new Line("Speaks against it", "watchdog: too slow (reported)"),
                        new Line("Decision", "pause until it is mended (permanent_error)"));
        assertThat(section(seen, "Details").lines())
                .anyMatch(line -> line.text().startsWith("at org.runincident"));
        assertThat(section(seen, "Timeline").lines())
                .containsExactly(
                        new Line("2026-01-02T03:04:05Z", "agent_started worker=model-7 (runner)"),
                        new Line("2026-01-02T03:04:10Z", "tool_invoked prompt=[15 characters left out] (runner)"),
                        new Line("", "... 4 left out"));
        assertThat(section(seen, "Audit trail").lines())
                .containsExactly(
                        new Line("Worker", "model-7"),
                        new Line("Attempts", "2"),
                        new Line("Step", "outline: finished at 2026-01-02T03:04:08Z"),
                        new Line("Step", "write: not finished"),
                        new Line("File written", "/data/book/1.md"),
                        new Line("Checkpoint", "c1, 2026-01-02T03:04:08Z"),
                        new Line("Usable", "chapters 1 and 2"),
                        new Line("Left undone", "chapter 3"),
                        new Line("duration", "estimated 60 s, used 75.5 s"),
                        new Line("cost", "estimated unknown, used 2"),
                        new Line("Exit code", "28"));
    }

    @Test
    void an_operator_sees_one_line() {
        Presentation seen = PRESENTER.present(Samples.full(), Audience.OPERATOR);

        assertThat(seen.headline())
                .isEqualTo("run=run-1 status=failed code=disk_full phase=running step=write attempts=2 decision=pause "
                        + "because=permanent_error message=\"Chapter 3 could not be written to /data/book.\" "
                        + "incident=run-1-9");
        assertThat(seen.sections()).isEmpty();
        assertThat(seen.ending()).isEmpty();
        assertThat(Renderer.text().render(seen)).isEqualTo(seen.headline() + "\n");
    }

    @Test
    void a_message_cannot_forge_a_second_line_for_operators() {
        RunIncident incident = Samples.plain(
                "i=\"1\"", FailureReason.of(CommonCode.TIMEOUT, "a\nrun=x\r\u2028b\u2029c\u0085d \\ \"e\" f"));

        String line = PRESENTER.present(incident, Audience.OPERATOR).headline();

        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains("message=\"a run=x  b c d \\\\ \\\"e\\\" f\"").endsWith("incident=\"i=\\\"1\\\"\"");
        assertThat(line).doesNotContain("step=");
    }

    @Test
    void raw_excerpts_show_only_when_debugging_and_secrets_never() {
        Presentation seen = PRESENTER.debug().present(Samples.full(), Audience.REVIEWER);

        assertThat(section(seen, "Timeline").lines())
                .anyMatch(line -> line.text().contains("prompt=Write me a book"));
        assertThat(section(seen, "Details").lines()).contains(new Line("password", "[redacted]"));
    }

    @Test
    void a_secret_in_a_value_of_the_sentence_is_hidden() {
        RunIncident incident = Samples.plain(
                "i",
                FailureReason.of(CommonCode.ACCESS_DENIED, "Login with {token} at {url} failed.")
                        .with("token", "abc")
                        .with("url", "https://bob:pw@host"));

        assertThat(PRESENTER.present(incident, Audience.USER).headline())
                .isEqualTo("Login with [redacted] at https://[redacted]@host failed.");
    }

    @Test
    void an_own_redactor_is_used() {
        Presentation seen =
                PRESENTER.redactor((name, text) -> text.replace("book", "***")).present(Samples.full(), Audience.USER);

        assertThat(seen.headline()).isEqualTo("Chapter 3 could not be written to /data/***.");
    }

    @Test
    void tones_follow_the_end() {
        Map<RunStatus, Presentation.Tone> tones = Map.of(
                RunStatus.FAILED, Presentation.Tone.BAD,
                RunStatus.TIMED_OUT, Presentation.Tone.BAD,
                RunStatus.STUCK, Presentation.Tone.BAD,
                RunStatus.DELIVERY_FAILED, Presentation.Tone.BAD,
                RunStatus.PARTLY_SUCCEEDED, Presentation.Tone.WARNING,
                RunStatus.NEEDS_REVIEW, Presentation.Tone.WARNING,
                RunStatus.CANCELLED, Presentation.Tone.CALM);
        tones.forEach((status, tone) -> assertThat(
                        PRESENTER.present(withStatus(status), Audience.USER).tone())
                .isEqualTo(tone));
    }

    @Test
    void a_second_language_says_everything_including_the_codes_own_sentence() {
        Presentation seen = PRESENTER
                .language(Locale.GERMANY)
                .present(Samples.plain("i", FailureReason.of(CommonCode.DISK_FULL)), Audience.USER);

        assertThat(seen.language()).isEqualTo("de");
        assertThat(seen.headline()).isEqualTo("Die Platte ist voll.");
        assertThat(seen.ending()).isEqualTo("Der Lauf schlug fehl, an unbekannter Stelle.");
        assertThat(seen.actions()).map(Action::label).containsExactly("Bericht ansehen");
    }

    @Test
    void a_sentence_of_the_callers_own_is_left_in_its_language() {
        assertThat(PRESENTER
                        .language(Locale.GERMAN)
                        .present(Samples.full(), Audience.USER)
                        .headline())
                .isEqualTo("Chapter 3 could not be written to /data/book.");
    }

    @Test
    void an_application_adds_sentences_for_its_codes() {
        Presentation seen = PRESENTER
                .texts(Texts.in(Locale.GERMAN).and(Map.of("code.disk_full", "Voll.")))
                .present(Samples.plain("i", FailureReason.of(CommonCode.DISK_FULL)), Audience.USER);

        assertThat(seen.headline()).isEqualTo("Voll.");
        assertThat(seen.language()).isEqualTo("de");
    }

    @Test
    void a_language_nobody_translated_is_said_in_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Presentation seen = PRESENTER
                    .language(Locale.JAPANESE)
                    .present(Samples.plain("i", FailureReason.of(CommonCode.DISK_FULL)), Audience.USER);

            assertThat(seen.language()).isEqualTo("en");
            assertThat(seen.headline()).isEqualTo("The disk is full.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void every_word_that_can_be_needed_is_there_in_both_languages() throws IOException {
        List<String> keys = new ArrayList<>();
        for (NextAction action : NextAction.values()) {
            keys.add("action." + Presenter.lower(action));
        }
        for (RunStatus status : RunStatus.values()) {
            if (status.owesReason()) {
                keys.add("ended." + Presenter.lower(status));
            }
        }
        for (Phase.Kind kind : Phase.Kind.values()) {
            keys.add("phase." + Presenter.lower(kind));
        }
        for (FailureCategory category : FailureCategory.values()) {
            keys.add("category." + Presenter.lower(category));
        }
        for (Permanence permanence : Permanence.values()) {
            keys.add("permanence." + Presenter.lower(permanence));
        }
        for (Confidence confidence : Confidence.values()) {
            keys.add("confidence." + Presenter.lower(confidence));
        }
        for (RecoveryDecision decision : Samples.decisions()) {
            keys.add("decision." + decision.kind());
        }
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(keys)
                    .allSatisfy(key ->
                            assertThat(Texts.in(language).find(key)).as(key).isPresent());
        }
        TreeSet<String> english = keysOf("messages.properties");
        TreeSet<String> german = keysOf("messages_de.properties");
        for (CommonCode code : CommonCode.values()) {
            assertThat(german.remove("code." + code.code())).as(code.code()).isTrue();
        }
        assertThat(german).isEqualTo(english);
    }

    private static TreeSet<String> keysOf(String name) throws IOException {
        Properties properties = new Properties();
        properties.load(new java.io.InputStreamReader(
                Texts.class.getResourceAsStream(name), java.nio.charset.StandardCharsets.UTF_8));
        return new TreeSet<>(properties.stringPropertyNames());
    }

    @Test
    void a_word_that_is_missing_shows_its_key() {
        assertThat(Texts.in(Locale.ENGLISH).say("no.such.key")).isEqualTo("no.such.key");
    }

    @Test
    void nothing_can_be_shown_without_a_reason_and_a_next_action() {
        List<Action> actions = List.of(new Action(NextAction.RETRY, "Again"));
        for (String blank : new String[] {null, " "}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new Presentation(Audience.USER, null, null, blank, "code", null, actions, List.of()))
                    .withMessage("an incident cannot be shown without a reason");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new Presentation(Audience.USER, null, null, "headline", blank, null, actions, List.of()))
                    .withMessage("an incident cannot be shown without a reason");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Presentation(Audience.USER, null, null, "headline", "code", null, null, null))
                .withMessage("an incident cannot be shown without something to do about it");
        Presentation least = new Presentation(Audience.USER, null, null, "headline", "code", null, actions, null);
        assertThat(least.tone()).isEqualTo(Presentation.Tone.BAD);
        assertThat(least.language()).isEqualTo("en");
        assertThat(least.sections()).isEmpty();
        assertThat(new Action(null, "a").action()).isEqualTo(NextAction.VIEW_REPORT);
        assertThat(new Line(null, null)).isEqualTo(new Line("", ""));
        assertThat(new Section("a", false, null).lines()).isEmpty();
    }

    @Test
    void what_was_cut_is_said() {
        Map<String, Integer> cuts = Map.of(
                "timeline", 1, "steps", 2, "filesTouched", 3, "checkpoints", 4, "partialOutputs", 5, "undone", 7);
        Throwable error = new Exception("0");
        for (int i = 0; i < ErrorChain.MAX_LINKS + 5; i++) {
            error = new Exception("x", error);
        }
        FailureReason reason = FailureReason.of(CommonCode.TIMEOUT, error);
        for (int i = 0; i < 40; i++) {
            reason = reason.context("name" + i, i);
        }
        RunIncident incident = Samples.plain("i", reason)
                .facts(new Facts(null, null, null, 0, null, null, null, null, null, null, null, null, cuts));

        String text = Renderer.text().render(PRESENTER.present(incident, Audience.REVIEWER));

        for (String mark : List.of("1", "2", "3", "4", "5", "6", "7", "8")) {
            assertThat(text).contains("  ... " + mark + " left out\n");
        }
    }

    @Test
    void without_an_error_of_its_own_the_reason_shows_the_one_that_was_observed() {
        RunIncident incident = Samples.plain("i", FailureReason.of(CommonCode.TIMEOUT))
                .facts(new Facts(
                        null,
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        ErrorChain.of(new IOException("seen")),
                        null));

        assertThat(section(PRESENTER.present(incident, Audience.USER), "Details")
                        .lines())
                .contains(new Line("Error", "IOException: seen"))
                .noneMatch(line -> line.text().startsWith("at "));
    }
}
