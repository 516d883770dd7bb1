package org.runincident.model.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.FileEventLog;
import org.runincident.model.event.InMemoryEventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.incident.Samples;
import org.runincident.model.incident.Summary;

class InsightTest {
    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    private static RunIncident complex() {
        RunIncident full = Samples.full();
        return new RunIncident(
                1,
                full.id(),
                full.runId(),
                full.at(),
                full.status(),
                full.facts(),
                full.cause(),
                full.phase(),
                full.recovery(),
                null);
    }

    private static RunIncident incident(String id, CommonCode code, String message) {
        return Samples.plain(id, FailureReason.of(code, message));
    }

    @Test
    void the_template_says_where_how_often_and_how_sure() {
        assertThat(FailureSummarizer.template().summarize(complex()))
                .isEqualTo("Chapter 3 could not be written to /data/book. It was running (write), in attempt 2. 1 of 2 "
                        + "begun steps were finished. At the bottom of the errors stands IllegalStateException: quota "
                        + "<b>. 1 observations speak for another cause. The cause is known with medium confidence.");
        assertThat(FailureSummarizer.template().summarize(incident("i", CommonCode.TIMEOUT, "Late.")))
                .isEqualTo("Late. It was unknown. The cause is known with high confidence.");
    }

    @Test
    void a_complex_incident_gets_a_summary_beside_its_data() {
        FailureSummarizer summarizer = new FailureSummarizer() {
            @Override
            public String summarize(RunIncident incident) {
                return "It filled up.";
            }

            @Override
            public String name() {
                return "model-7";
            }
        };

        RunIncident incident = complex();

        RunIncident told = new Summarizing(SummaryGate.standard(), summarizer, CLOCK).summarize(incident);

        assertThat(told.summary()).isEqualTo(new Summary("It filled up.", "model-7", Samples.NOW));
        assertThat(told.facts()).isEqualTo(incident.facts());
        assertThat(told.cause()).isEqualTo(incident.cause());
    }

    @Test
    void a_simple_incident_does_not_bother_the_summarizer() {
        AtomicInteger calls = new AtomicInteger();
        Summarizing summarizing =
                new Summarizing(SummaryGate.standard(), incident -> "called " + calls.incrementAndGet(), CLOCK);
        RunIncident simple = incident("i", CommonCode.TIMEOUT, "Late.");

        assertThat(summarizing.summarize(simple)).isSameAs(simple);
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_summarizer_that_fails_or_is_silent_is_replaced_by_the_template_and_that_is_said() {
        FailureSummarizer broken = incident -> {
            throw new IllegalStateException("secret");
        };

        Summary failed = new Summarizing(SummaryGate.standard(), broken, CLOCK)
                .summarize(complex())
                .summary();
        assertThat(failed.by()).isEqualTo("template, as summarizer failed: IllegalStateException");
        assertThat(failed.text()).startsWith("Chapter 3");
        for (String nothing : new String[] {null, " "}) {
            assertThat(new Summarizing(SummaryGate.standard(), incident -> nothing, CLOCK)
                            .summarize(complex())
                            .summary()
                            .by())
                    .isEqualTo("template, as summarizer had nothing to say");
        }
    }

    @Test
    void a_gate_that_takes_anything_for_complex_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SummaryGate(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new SummaryGate(2, 1));
        assertThat(new SummaryGate(2, 2)).isNotNull();
    }

    @Test
    void the_most_similar_comes_first_with_what_resolved_it() {
        IncidentMemory memory = new IncidentMemory(new InMemoryEventLog());
        RunIncident same = incident("same", CommonCode.DISK_FULL, "Volume data is full");
        RunIncident words = incident("words", CommonCode.FILE_IO, "Volume data is gone");
        RunIncident other = incident("other", CommonCode.TIMEOUT, "Nobody answered");
        List.of(words, other, same).forEach(memory::remember);
        memory.resolved(same, "a bigger disk");

        List<SimilarIncidents.Similar> found =
                memory.like(incident("new", CommonCode.DISK_FULL, "Volume data is full"), 5);

        assertThat(found).map(SimilarIncidents.Similar::incidentId).containsExactly("same", "words");
        assertThat(found.get(0).resolution()).isEqualTo("a bigger disk");
        assertThat(found.get(0).runId()).isEqualTo("run of same");
        assertThat(found.get(0).score()).isEqualTo(0.8);
        assertThat(found.get(1).resolution()).isNull();
        assertThat(found.get(1).score()).isEqualTo(0.3 * 3 / 5);
    }

    @Test
    void the_same_step_and_the_same_error_make_more_similar() {
        IncidentMemory memory = new IncidentMemory(new InMemoryEventLog());
        memory.remember(complex());
        RunIncident full = complex();
        RunIncident again = new RunIncident(
                1,
                "again",
                "r2",
                full.at(),
                full.status(),
                full.facts(),
                full.cause(),
                full.phase(),
                full.recovery(),
                null);

        assertThat(memory.like(again, 1).get(0).score()).isEqualTo(1.0);
        FailureReason io =
                FailureReason.of(CommonCode.TIMEOUT, new IOException()).message("xyz");
        memory.remember(Samples.plain("io", io));
        assertThat(memory
                        .like(
                                Samples.plain(
                                        "n",
                                        FailureReason.of(CommonCode.NETWORK_FAILED, new IOException())
                                                .message("abc")),
                                9)
                        .stream()
                        .map(SimilarIncidents.Similar::score))
                .containsExactly(0.1);
    }

    @Test
    void among_equals_the_latest_comes_first_and_only_as_many_as_asked() {
        IncidentMemory memory = new IncidentMemory(new InMemoryEventLog());
        for (int i = 1; i <= 5; i++) {
            memory.remember(incident("i" + i, CommonCode.TIMEOUT, "Late."));
        }

        assertThat(memory.like(incident("i4", CommonCode.TIMEOUT, "Late."), 3))
                .map(SimilarIncidents.Similar::incidentId)
                .containsExactly("i5", "i3", "i2");
    }

    @Test
    void a_deleted_incident_never_surfaces_again() {
        IncidentMemory memory = new IncidentMemory(new InMemoryEventLog());
        RunIncident gone = incident("gone", CommonCode.TIMEOUT, "Late.");
        memory.remember(gone);
        memory.delete(gone);
        memory.remember(gone);
        memory.resolved(gone, "luck");

        assertThat(memory.like(incident("new", CommonCode.TIMEOUT, "Late."), 5)).isEmpty();
    }

    @Test
    void remembering_again_keeps_what_resolved_it() {
        IncidentMemory memory = new IncidentMemory(new InMemoryEventLog());
        RunIncident incident = incident("i", CommonCode.TIMEOUT, "Late.");
        memory.remember(incident);
        memory.resolved(incident, "patience");
        memory.remember(incident);

        assertThat(memory.like(incident("new", CommonCode.TIMEOUT, "Late."), 5))
                .singleElement()
                .extracting(SimilarIncidents.Similar::resolution)
                .isEqualTo("patience");
    }

    @Test
    void a_memory_survives_a_restart_and_holds_no_secrets(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("memory.jsonl");
        try (FileEventLog log = FileEventLog.open(file)) {
            new IncidentMemory(log).remember(incident("i", CommonCode.TIMEOUT, "password=hunter2 was late"));
            log.append(NewEvent.of("r", EventKind.AGENT_STARTED, "test"));
        }
        try (FileEventLog log = FileEventLog.open(file)) {
            assertThat(new IncidentMemory(log).like(incident("new", CommonCode.TIMEOUT, "other"), 5))
                    .hasSize(1);
        }
        assertThat(java.nio.file.Files.readString(file)).doesNotContain("hunter2");
    }
}
