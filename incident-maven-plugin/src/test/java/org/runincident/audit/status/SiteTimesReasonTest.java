package org.runincident.audit.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;

/**
 * Every kind of site times every kind of reason, each as two classes that differ in the reason alone: the silent one is
 * reported, its twin is not. The classes are generated from the two tables below.
 */
class SiteTimesReasonTest {

    /** What the site's subject is, and so which reasons can go with it. */
    private enum Subject {
        /** An object with setters, fields and methods of its own. */
        OBJECT,
        /** Something that takes all it holds when it is made. */
        MADE,
        MAP,
        ROW
    }

    /**
     * How a status is given.
     *
     * @param code gives it to {@code task}; {@code $REASON} stands where a reason can be given along, {@code $MADE} where it is
     *     an argument
     */
    private record Site(String name, Subject subject, String code) {}

    /**
     * How a reason is given.
     *
     * @param code around the site's code, which stands at {@code $SITE}; or what is put at the site's marks
     */
    private record Reason(String name, Subject subject, String code) {}

    private static final List<Site> SITES = List.of(
            object("setter", "task.setStatus(Status.FAILED);"),
            object("field", "task.status = Status.FAILED;"),
            object("constant imported", "task.setStatus(FAILED);"),
            object("local", "Status next = Status.FAILED; task.setStatus(next);"),
            object("ternary", "task.setStatus(ok ? Status.DONE : Status.FAILED);"),
            object(
                    "switch expression",
                    "task.setStatus(switch (code) { case 0 -> Status.DONE; default -> Status.FAILED; });"),
            object("value of a name", "task.setStatus(Status.valueOf(\"FAILED\"));"),
            object("status as parameter of a helper", "give(task, Status.FAILED);"),
            object("transition method", "task.fail();"),
            object("transition method with prefix", "task.markFailed();"),
            object("move method", "task.moveTo(Status.FAILED);"),
            object("text", "task.setJobStatus(\"FAILED\");"),
            object("text constant", "task.setJobStatus(STATUS_FAILED);"),
            object("rendered constant", "task.setJobStatus(Status.FAILED.name());"),
            object("number constant", "task.setState(STATE_FAILED);"),
            object("state object", "task.setState(new FailedState());"),
            object("sealed state", "task.transitionTo(new Broken());"),
            object("atomic", "task.current.set(Status.FAILED);"),
            object("in a callback", "tasks.forEach(each -> task.setStatus(Status.FAILED));"),
            object("new object", "Task made = new Task(); made.setStatus(Status.FAILED); task = made;"),
            object("constructor", "task = new Task(Status.FAILED);"),
            object("factory", "task = Task.of(Status.FAILED);"),
            object("named factory", "task = Task.failed();"),
            made("constructor", "keep(new Result(Status.FAILED, $MADE));"),
            made("record", "keep(new Outcome(Status.FAILED, $MADE));"),
            made("factory", "keep(Result.of(Status.FAILED, $MADE));"),
            made("named factory", "keep(Result.failure($MADE));"),
            made("builder", "keep(new Result.Builder().status(Status.FAILED)$WITH.build());"),
            made("builder with set", "keep(Result.builder().setStatus(Status.FAILED)$SET.build());"),
            made("event published", "publish(new StatusChanged(id, Status.FAILED, $MADE));"),
            made("event of a text", "publish(new StateEvent(id, \"FAILED\", $MADE));"),
            made("result returned", "if (!ok) { return new Outcome(Status.FAILED, $MADE); }"),
            new Site(
                    "map entry",
                    Subject.MAP,
                    "Map<String, Object> row = new HashMap<>(); row.put(\"status\", \"FAILED\");$MAP save(row);"),
            new Site(
                    "map entry of a constant",
                    Subject.MAP,
                    "Map<String, Object> row = new HashMap<>();$MAP row.put(\"status\", Status.FAILED); save(row);"),
            new Site(
                    "update",
                    Subject.ROW,
                    "jdbc.update(\"UPDATE jobs SET status = 'FAILED'$COLUMN WHERE id = \" + id);"),
            new Site(
                    "update put together",
                    Subject.ROW,
                    "jdbc.update(\"UPDATE \" + table + \" SET status = '\" + STATUS_FAILED + \"'$COLUMN\");"),
            new Site(
                    "update of an entity",
                    Subject.ROW,
                    "jdbc.update(\"update Job j set j.status = org.example.Status.FAILED$COLUMN where j.id = 3\");"));

    private static final List<Reason> REASONS = List.of(
            of("setter after", "$SITE task.setReason(why);"),
            of("setter before", "task.setReason(why); $SITE"),
            of("exception setter", "$SITE task.setCause(problem);"),
            of("reason object", "$SITE task.setFailure(new FailureReason(why));"),
            of("code", "$SITE task.setErrorCode(ErrorCode.NO_WORKER);"),
            of("field", "$SITE task.reason = why;"),
            of("adder", "$SITE task.addFailureException(problem);"),
            of("in a callee", "$SITE explain(task, why);"),
            of("in a method of the subject", "$SITE task.explain(problem);"),
            of("in finally", "try { $SITE } finally { task.setReason(why); }"),
            of("thrown on", "$SITE throw new IllegalStateException(why);"),
            of("listener", "$SITE listener.onFailure(task, problem);"),
            of("data of the subject", "$SITE task.getData().put(\"error\", why);"),
            of("in both branches", "if (ok) { task.setReason(why); } else { task.setReason(\"no worker\"); } $SITE"),
            madeReason("text given along", "why"),
            madeReason("exception given along", "problem.toString()"),
            madeReason("message given along", "\"no worker took it\""),
            new Reason("entry", Subject.MAP, " row.put(\"error\", why);"),
            new Reason("entry named otherwise", Subject.MAP, " row.put(\"failureReason\", problem.getMessage());"),
            new Reason("column given", Subject.ROW, ", error = ?"),
            new Reason("column written", Subject.ROW, ", failure_reason = 'no worker'"),
            new Reason("column named", Subject.ROW, ", error_code = :code"));

    /** Cells that do not hold, each with its cause. */
    private static final Map<String, String> OPEN = Map.of();

    @TempDir
    static Path root;

    private static Site object(String name, String code) {
        return new Site(name, Subject.OBJECT, code);
    }

    private static Site made(String name, String code) {
        return new Site(name + ", all given at once", Subject.MADE, code);
    }

    private static Reason of(String name, String code) {
        return new Reason(name, Subject.OBJECT, code);
    }

    private static Reason madeReason(String name, String code) {
        return new Reason(name, Subject.MADE, code);
    }

    private static final String FRAME = """
            package org.example;

            import static org.example.Status.FAILED;

            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            class %s {
                static final String STATUS_FAILED = "FAILED";
                static final int STATE_FAILED = 3;
                static final int STATE_RUNNING = 1;
                private final Jdbc jdbc;
                private final Listener listener;
                private final Store store;
                private final String table;

                %s(Jdbc jdbc, Listener listener, Store store, String table) {
                    this.jdbc = jdbc;
                    this.listener = listener;
                    this.store = store;
                    this.table = table;
                }

                Object run(Task task, String id, boolean ok, int code, String why, Exception problem, List<Task> tasks) {
                    %s
                    return null;
                }

                private void give(Task task, Status status) { task.setStatus(status); }
                private void explain(Task task, String why) { task.setReason(why); }
                private void keep(Object made) { store.keep(made); }
                private void save(Map<String, Object> row) { store.save(row); }
                private void publish(Object event) { store.publish(event); }
            }
            """;

    private static final Map<String, String> TYPES = Map.of(
            "Status", "public enum Status { RUNNING, DONE, FAILED }",
            "ErrorCode", "public enum ErrorCode { NO_WORKER, NO_SPACE }",
            "FailureReason", "public record FailureReason(String text) {}",
            "Jdbc", "public interface Jdbc { int update(String sql, Object... values); }",
            "Listener", "public interface Listener { void onFailure(Task task, Exception problem); }",
            "Store",
                    "public interface Store { void keep(Object made); void save(java.util.Map<String, Object> row); void publish(Object event); }",
            "States", """
                interface State {}
                class RunningState implements State {}
                class FailedState implements State {}
                sealed interface Phase permits Going, Broken {}
                final class Going implements Phase {}
                final class Broken implements Phase {}
                record Outcome(Status status, String reason) {}
                record StatusChanged(String id, Status status, String reason) {}
                record StateEvent(String id, String state, String reason) {}
                """,
            "Result", """
                public class Result {
                    private final Status status;
                    private final String reason;
                    public Result(Status status, String reason) { this.status = status; this.reason = reason; }
                    public static Result of(Status status, String reason) { return new Result(status, reason); }
                    public static Result failure(String reason) { return new Result(Status.FAILED, reason); }
                    public static Builder builder() { return new Builder(); }
                    public static class Builder {
                        private Status status;
                        private String reason;
                        public Builder status(Status status) { this.status = status; return this; }
                        public Builder reason(String reason) { this.reason = reason; return this; }
                        public Builder setStatus(Status status) { this.status = status; return this; }
                        public Builder setReason(String reason) { this.reason = reason; return this; }
                        public Result build() { return new Result(status, reason); }
                    }
                }
                """,
            "Task", """
                public class Task {
                    Status status = Status.RUNNING;
                    String reason;
                    private Throwable cause;
                    private FailureReason failure;
                    private ErrorCode errorCode;
                    private String jobStatus;
                    private int state;
                    private State current1;
                    private Phase phase;
                    final java.util.concurrent.atomic.AtomicReference<Status> current = new java.util.concurrent.atomic.AtomicReference<>();
                    private final java.util.List<Exception> failureExceptions = new java.util.ArrayList<>();
                    private final java.util.Map<String, Object> data = new java.util.HashMap<>();
                    public Task() {}
                    public Task(Status status) { this.status = status; }
                    public static Task of(Status status) { return new Task(status); }
                    public static Task failed() { Task task = new Task(); task.status = Status.FAILED; return task; }
                    public void setStatus(Status status) { this.status = status; }
                    public void setReason(String reason) { this.reason = reason; }
                    public void setCause(Throwable cause) { this.cause = cause; }
                    public void setFailure(FailureReason failure) { this.failure = failure; }
                    public void setErrorCode(ErrorCode errorCode) { this.errorCode = errorCode; }
                    public void setJobStatus(String jobStatus) { this.jobStatus = jobStatus; }
                    public void setState(int state) { this.state = state; }
                    public void setState(State state) { this.current1 = state; }
                    public void transitionTo(Phase next) { this.phase = next; }
                    public void moveTo(Status next) { this.status = next; }
                    public void fail() { this.status = Status.FAILED; }
                    public void markFailed() { this.status = Status.FAILED; }
                    public void addFailureException(Exception problem) { failureExceptions.add(problem); }
                    public void explain(Exception problem) { this.cause = problem; }
                    public java.util.Map<String, Object> getData() { return data; }
                }
                """);

    /** A site with a reason, and the names of the two classes made of them. */
    private record Cell(Site site, Reason reason, int number) {
        String silent() {
            return "Silent" + number;
        }

        String told() {
            return "Told" + number;
        }

        String name() {
            return site.name() + " x " + reason.name();
        }

        /** The body, with the reason or without. */
        String body(boolean told) {
            String code = site.code();
            return switch (site.subject()) {
                case OBJECT ->
                    told
                            ? reason.code().replace("$SITE", code)
                            : reason.code().startsWith("try") ? "try { " + code + " } finally { save(null); }" : code;
                case MADE -> {
                    String given = told ? reason.code() : "null";
                    yield code.replace("$MADE", given)
                            .replace("$WITH", told ? ".reason(" + given + ")" : "")
                            .replace("$SET", told ? ".setReason(" + given + ")" : "");
                }
                case MAP -> code.replace("$MAP", told ? reason.code() : "");
                case ROW -> code.replace("$COLUMN", told ? reason.code() : "");
            };
        }
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Site site : SITES) {
            for (Reason reason : REASONS) {
                // What was set before on the old object says nothing of the new one.
                boolean fresh = site.code().contains("task = ");
                boolean before = reason.code().indexOf("setReason") >= 0
                        && reason.code().indexOf("setReason") < reason.code().indexOf("$SITE");
                if (site.subject() == reason.subject() && !(fresh && before)) {
                    cells.add(new Cell(site, reason, cells.size()));
                }
            }
        }
        return cells;
    }

    @TestFactory
    Stream<DynamicContainer> every_site_is_silent_without_a_reason_and_told_with_each() throws IOException {
        List<Cell> cells = cells();
        Set<String> reported = reported(cells);
        Map<String, List<Cell>> bySite = new LinkedHashMap<>();
        cells.forEach(cell -> bySite.computeIfAbsent(cell.site().name(), s -> new ArrayList<>())
                .add(cell));
        return bySite.entrySet().stream()
                .map(site -> DynamicContainer.dynamicContainer(
                        site.getKey(),
                        site.getValue().stream()
                                .map(cell ->
                                        DynamicTest.dynamicTest(cell.reason().name(), () -> check(cell, reported)))));
    }

    private static void check(Cell cell, Set<String> reported) {
        List<String> wrong = new ArrayList<>();
        if (!reported.contains(cell.silent())) {
            wrong.add("missed: " + cell.body(false));
        }
        if (reported.contains(cell.told())) {
            wrong.add("false alarm: " + cell.body(true));
        }
        if (OPEN.containsKey(cell.name())) {
            assertThat(wrong)
                    .as(cell.name() + " is listed as open: " + OPEN.get(cell.name()))
                    .isNotEmpty();
        } else {
            assertThat(wrong).as(cell.name()).isEmpty();
        }
    }

    /** The classes in which a silent failure is reported. */
    private static Set<String> reported(List<Cell> cells) throws IOException {
        Path sources = Files.createDirectories(root.resolve("src"));
        for (Map.Entry<String, String> type : TYPES.entrySet()) {
            Files.writeString(sources.resolve(type.getKey() + ".java"), "package org.example;\n\n" + type.getValue());
        }
        for (Cell cell : cells) {
            write(sources, cell.silent(), cell.body(false));
            write(sources, cell.told(), cell.body(true));
        }
        AuditModule module = AuditModule.of("cells", root, sources);
        return Audit.run(AuditRequest.of(root, List.of(module)).withThreads(1)).findings().stream()
                .map(identified -> identified.finding())
                .filter(finding -> SILENT.contains(finding.rule()))
                .map(finding -> finding.at().file().replaceAll(".*/|[.]java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final Set<String> SILENT = Set.of("FailureWithoutReason", "DroppedFailureReason");

    private static void write(Path sources, String name, String body) throws IOException {
        Files.writeString(sources.resolve(name + ".java"), FRAME.formatted(name, name, body));
    }
}
