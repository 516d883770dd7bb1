package org.runincident.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.json.IncidentJson;

class FileEventLogTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final IncidentJson JSON = IncidentJson.installed();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("runs.jsonl");
    }

    private static NewEvent event(int number) {
        return NewEvent.of("run-" + number, EventKind.TOOL_INVOKED, "test").with("n", number);
    }

    private FileEventLog open() {
        return FileEventLog.open(file, CLOCK, JSON);
    }

    @Test
    void events_survive_closing_and_opening() {
        StatusChange change = new StatusChange(
                RunStatus.RUNNING,
                RunStatus.FAILED,
                7,
                "worker",
                FailureReason.of(CommonCode.FILE_IO, new IOException("gone\nfor good \u2028 \uD83D\uDE00")),
                null,
                null,
                List.of());
        List<RunEvent> kept = new ArrayList<>();
        try (FileEventLog log = open()) {
            kept.add(log.append(event(1)));
            kept.add(log.append(NewEvent.of("r", "test", change)));
            assertThat(log.since(0)).isEqualTo(kept);
        }
        try (FileEventLog log = open()) {
            assertThat(log.repair()).isEmpty();
            assertThat(log.since(0)).isEqualTo(kept);
            assertThat(log.since(1)).isEqualTo(kept.subList(1, 2));
            assertThat(log.since(2)).isEmpty();
            assertThat(log.since(99)).isEmpty();
            assertThat(log.since(-1)).isEqualTo(kept);
            assertThat(log.last()).isEqualTo(2);
            assertThat(log.of("r")).isEqualTo(kept.subList(1, 2));
            assertThat(log.append(event(3)).seq()).isEqualTo(3);
        }
        assertThat(kept.get(0).at()).isEqualTo(NOW);
    }

    @Test
    void the_file_is_a_header_and_one_line_of_json_per_event() throws IOException {
        try (FileEventLog log = FileEventLog.open(file)) {
            log.append(event(1));
        }

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .first()
                .isEqualTo("{\"format\":\"run-incident-events\",\"version\":1}");
        assertThat(JSON.read(Files.readAllLines(file).get(1), RunEvent.class).runId())
                .isEqualTo("run-1");
    }

    @Test
    void more_events_than_the_first_index_holds_are_found() {
        try (FileEventLog log = open()) {
            for (int i = 1; i <= 200; i++) {
                log.append(event(i));
            }
            assertThat(log.since(150))
                    .hasSize(50)
                    .first()
                    .extracting(RunEvent::seq)
                    .isEqualTo(151L);
        }
        try (FileEventLog log = open()) {
            assertThat(log.since(0)).hasSize(200);
        }
    }

    @Test
    void an_event_longer_than_a_read_is_found() {
        String text = "x".repeat(200_000);
        try (FileEventLog log = open()) {
            log.append(event(1).with("text", text));
            log.append(event(2));
        }
        try (FileEventLog log = open()) {
            assertThat(log.since(0).get(0).data("text")).isEqualTo(text);
            assertThat(log.last()).isEqualTo(2);
        }
    }

    @Test
    void truncation_at_every_byte_of_the_last_event_is_repaired_and_reported() throws IOException {
        try (FileEventLog log = open()) {
            log.append(event(1));
        }
        long before = Files.size(file);
        try (FileEventLog log = open()) {
            log.append(event(2));
        }
        byte[] whole = Files.readAllBytes(file);

        for (int length = (int) before; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Files.deleteIfExists(folder.resolve("runs.jsonl.torn"));
            try (FileEventLog log = open()) {
                assertThat(log.last()).isEqualTo(1);
                if (length == before) {
                    assertThat(log.repair()).isEmpty();
                } else {
                    LogRepair repair = log.repair().orElseThrow();
                    assertThat(repair.offset()).isEqualTo(before);
                    assertThat(repair.bytes()).isEqualTo(length - before);
                    assertThat(repair.message()).contains("torn last line of " + (length - before) + " bytes");
                    assertThat(Files.readAllBytes(repair.keptIn()))
                            .isEqualTo(Arrays.copyOfRange(whole, (int) before, length));
                }
                log.append(event(2));
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void truncation_at_every_byte_of_the_header_is_repaired() throws IOException {
        for (int length = 0; length < LineFile.HEADER.length; length++) {
            Files.write(file, Arrays.copyOf(LineFile.HEADER, length));
            try (FileEventLog log = open()) {
                assertThat(log.last()).isZero();
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(LineFile.HEADER);
        }
    }

    @Test
    void a_last_line_of_garbage_is_cut_off() throws IOException {
        try (FileEventLog log = open()) {
            log.append(event(1));
        }
        byte[] whole = Files.readAllBytes(file);
        for (String garbage : List.of("{\"seq\":\n", "null\n", "\n", "\0\0\0\0", "{\"seq\":9}\n")) {
            Files.write(file, whole);
            Files.writeString(file, garbage, java.nio.file.StandardOpenOption.APPEND);
            try (FileEventLog log = open()) {
                assertThat(log.last()).isEqualTo(1);
                assertThat(log.repair()).isPresent();
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void damage_before_the_end_is_refused_and_nothing_is_touched() throws IOException {
        try (FileEventLog log = open()) {
            log.append(event(1));
            log.append(event(2));
        }
        String damaged = Files.readString(file).replace("\"seq\":1,", "\"seq\":5,");
        Files.writeString(file, damaged);

        assertThatExceptionOfType(EventLogException.class)
                .isThrownBy(this::open)
                .withMessageContaining("damaged in line 2, which is not its last");
        assertThat(Files.readString(file)).isEqualTo(damaged);
    }

    @Test
    void a_file_from_a_newer_version_is_refused_and_not_touched() throws IOException {
        String newer = "{\"format\":\"run-incident-events\",\"version\":2}\nwhatever";
        Files.writeString(file, newer);

        assertThatExceptionOfType(EventLogException.class)
                .isThrownBy(this::open)
                .withMessageContaining("newer version (format 2, this one reads up to 1). The file was not touched.");
        assertThat(Files.readString(file)).isEqualTo(newer);
    }

    @Test
    void a_file_that_is_no_log_is_refused_and_not_touched() throws IOException {
        for (String other : List.of("hello", "hello\nworld\n", "{\"a\":1}\n")) {
            Files.writeString(file, other);
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("is no event log. It was not touched.");
            assertThat(Files.readString(file)).isEqualTo(other);
        }
    }

    @Test
    void two_writers_exclude_one_another() {
        try (FileEventLog first = open()) {
            first.append(event(1));
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("is being written by another log");
            first.append(event(2));
        }
        try (FileEventLog next = open()) {
            assertThat(next.last()).isEqualTo(2);
        }
    }

    @Test
    void a_refused_file_does_not_stay_locked() throws IOException {
        Files.writeString(file, "hello");
        assertThatExceptionOfType(EventLogException.class).isThrownBy(this::open);
        Files.delete(file);

        try (FileEventLog log = open()) {
            assertThat(log.last()).isZero();
        }
    }

    @Test
    void a_folder_that_is_not_there_is_said() {
        assertThatExceptionOfType(EventLogException.class)
                .isThrownBy(() -> FileEventLog.open(folder.resolve("no/such/runs.jsonl")))
                .withMessageContaining("cannot be locked");
    }

    @Test
    void a_path_that_is_a_folder_is_said_and_not_kept_locked() throws IOException {
        Files.createDirectory(file);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("cannot be opened");
        }
    }

    @Test
    void an_interrupted_thread_can_still_record() {
        try (FileEventLog log = open()) {
            Thread.currentThread().interrupt();
            log.append(event(1));
            assertThat(log.since(0)).hasSize(1);
            assertThat(Thread.interrupted()).isTrue();
            log.append(event(2));
            assertThat(log.last()).isEqualTo(2);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void a_closed_log_refuses_and_closing_twice_does_nothing() {
        FileEventLog log = open();
        log.close();
        log.close();

        assertThatExceptionOfType(EventLogException.class)
                .isThrownBy(() -> log.append(event(1)))
                .withMessageContaining("the log is closed");
        assertThatExceptionOfType(EventLogException.class).isThrownBy(() -> log.since(0));
    }

    /** A file in memory that keeps a list of what was asked of it, and fails on demand. */
    private static final class FakeFile implements LogFile {
        private final List<String> calls = new ArrayList<>();
        private byte[] bytes = new byte[0];
        private String failOn = "";

        private void call(String name) throws IOException {
            calls.add(name);
            if (failOn.contains(name)) {
                throw new IOException(name + " failed");
            }
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public byte[] read(long offset, int count) throws IOException {
            call("read");
            return Arrays.copyOfRange(bytes, (int) offset, (int) offset + count);
        }

        @Override
        public void write(long offset, byte[] more) throws IOException {
            bytes = Arrays.copyOf(bytes, (int) offset + more.length);
            System.arraycopy(more, 0, bytes, (int) offset, more.length);
            call("write");
        }

        @Override
        public void truncate(long length) throws IOException {
            call("truncate");
            bytes = Arrays.copyOf(bytes, (int) length);
        }

        @Override
        public void force() throws IOException {
            call("force");
        }

        @Override
        public void close() throws IOException {
            call("close");
        }
    }

    private FileEventLog open(FakeFile fake) {
        return FileEventLog.open(file, fake, WriterLock.take(file), CLOCK, JSON);
    }

    @Test
    void bytes_then_force_then_acknowledgement() {
        FakeFile fake = new FakeFile();
        try (FileEventLog log = open(fake)) {
            assertThat(fake.calls).endsWith("write", "force");
            fake.calls.clear();

            log.append(event(1));
            fake.calls.add("acknowledged");
            log.append(event(2));
            fake.calls.add("acknowledged");

            assertThat(fake.calls).containsExactly("write", "force", "acknowledged", "write", "force", "acknowledged");
        }
        assertThat(fake.calls).endsWith("close");
    }

    @Test
    void an_event_that_could_not_be_written_is_not_in_the_log_and_the_next_one_is() {
        FakeFile fake = new FakeFile();
        try (FileEventLog log = open(fake)) {
            log.append(event(1));
            byte[] before = fake.bytes;
            fake.failOn = "write";
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(() -> log.append(event(2)))
                    .withMessageContaining("could not be written: write failed");
            assertThat(fake.bytes).isEqualTo(before);

            fake.failOn = "";
            assertThat(log.append(event(3)).seq()).isEqualTo(2);
            assertThat(log.since(0)).map(RunEvent::runId).containsExactly("run-1", "run-3");
        }
    }

    @Test
    void after_a_failed_force_the_log_must_be_opened_again() {
        FakeFile fake = new FakeFile();
        try (FileEventLog log = open(fake)) {
            fake.failOn = "force";
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(() -> log.append(event(1)))
                    .withMessageContaining("could not be forced to the device");
            fake.failOn = "";
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(() -> log.append(event(2)))
                    .withMessageContaining("open the log again");
        }
    }

    @Test
    void after_a_write_that_cannot_be_taken_back_the_log_must_be_opened_again() {
        FakeFile fake = new FakeFile();
        try (FileEventLog log = open(fake)) {
            fake.failOn = "write truncate";
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(() -> log.append(event(1)))
                    .satisfies(e -> assertThat(e.getCause().getSuppressed()).hasSize(1));
            fake.failOn = "";
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(() -> log.append(event(2)))
                    .withMessageContaining("could not be taken back");
        }
    }

    @Test
    void a_log_that_cannot_be_read_says_so() {
        FakeFile fake = new FakeFile();
        try (FileEventLog log = open(fake)) {
            log.append(event(1));
            fake.failOn = "read";
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(() -> log.since(0))
                    .withMessageContaining("cannot be read: read failed");
        }
    }

    @Test
    void a_file_that_fails_while_it_is_opened_is_closed_again() {
        FakeFile fake = new FakeFile();
        fake.failOn = "write close";
        try (WriterLock lock = WriterLock.take(file)) {
            assertThatExceptionOfType(EventLogException.class)
                    .isThrownBy(() -> FileEventLog.open(file, fake, lock, CLOCK, JSON))
                    .withMessageContaining("cannot be opened: write failed")
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        }
        assertThat(fake.calls).endsWith("close");
    }

    @Test
    void a_file_that_fails_while_it_is_closed_gives_its_lock_back() {
        FakeFile fake = new FakeFile();
        FileEventLog log = open(fake);
        fake.failOn = "close";

        assertThatExceptionOfType(EventLogException.class)
                .isThrownBy(log::close)
                .withMessageContaining("could not be closed");
        WriterLock.take(file).close();
    }

    @Test
    void many_threads_get_numbers_without_gaps() throws InterruptedException {
        AtomicReference<Throwable> problem = new AtomicReference<>();
        try (FileEventLog log = open(new FakeFile())) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Thread thread = new Thread(() -> {
                    for (int i = 0; i < 50; i++) {
                        log.append(event(i));
                    }
                });
                thread.setUncaughtExceptionHandler((where, e) -> problem.set(e));
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(problem.get()).isNull();
            assertThat(log.since(0)).map(RunEvent::seq).hasSize(200).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void an_unknown_kind_and_unknown_fields_of_a_newer_writer_are_read() throws IOException {
        Files.write(file, LineFile.HEADER);
        Files.writeString(
                file,
                "{\"seq\":1,\"runId\":\"r\",\"at\":\"2026-01-02T03:04:05Z\",\"kind\":\"teleported\",\"mood\":{\"x\":1}}\n",
                StandardCharsets.UTF_8,
                java.nio.file.StandardOpenOption.APPEND);

        try (FileEventLog log = open()) {
            RunEvent event = log.since(0).get(0);
            assertThat(event.kind()).isEqualTo(EventKind.read("teleported"));
            assertThat(event.source()).isEqualTo("unrecorded");
            assertThat(event.data()).isEmpty();
        }
    }
}
