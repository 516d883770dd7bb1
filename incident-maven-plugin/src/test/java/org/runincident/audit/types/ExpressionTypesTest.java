package org.runincident.audit.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.runincident.audit.source.SourceFile;
import org.runincident.code.TypeName;

class ExpressionTypesTest {
    private static final String MODEL = """
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;
            enum Status { OK, FAILED }
            class Task extends Base<Status> { Status status; String id; Status getStatus() { return status; }
                boolean isDone() { return true; } List<Task> children; static Task load(String id) { return null; } }
            class Base<S> { S base; S getBase() { return base; } }
            record Pair<A, B>(A first, B second) {}
            interface Repository<T, ID> { Optional<T> findById(ID id); List<T> findAll(); <S extends T> S save(S entity); }
            interface TaskRepository extends Repository<Task, String> {}
            """;

    @TempDir
    private Path folder;

    /** The type of the argument of the call {@code it(..)} in the body of a method. */
    private TypeName typeOfIt(String body) {
        Sources sources = new Sources(folder);
        SourceFile file = sources.add(MODEL
                + "class A { List<Task> tasks; Map<String, List<Task>> byName; Task[] array; TaskRepository repository; "
                + "static <T> T same(T t) { return t; } void m(Task one, Object object, List<? extends Task> some) { "
                + body + " } }");
        CompilationUnit unit = Sources.parse(file).unit();
        TypeIndex index = sources.index();
        ExpressionTypes types = new ExpressionTypes(new FileNames(unit, index), new Members(index));
        MethodCallExpr it = unit.findFirst(
                        MethodCallExpr.class, call -> call.getNameAsString().equals("it"))
                .orElseThrow();
        return types.of(it.getArgument(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it(one.getStatus());                                                       | Status",
                "it(one.status);                                                            | Status",
                "it(one.getBase());                                                         | Status",
                "it(one.base);                                                              | Status",
                "it(tasks.get(0));                                                          | Task",
                "it(some.get(0).id);                                                        | java.lang.String",
                "for (var t : tasks) { it(t); }                                             | Task",
                "for (var t : array) { it(t); }                                             | Task",
                "for (var e : byName.entrySet()) { it(e.getValue().get(0)); }               | Task",
                "var t = array[0]; it(t);                                                   | Task",
                "tasks.forEach(t -> it(t));                                                 | Task",
                "byName.forEach((k, v) -> it(v.get(0)));                                    | Task",
                "byName.computeIfAbsent(\"x\", k -> new ArrayList<>()).forEach(t -> it(t)); | Task",
                "tasks.stream().filter(t -> t.isDone()).map(t -> t.getStatus()).forEach(s -> it(s)); | Status",
                "tasks.stream().map(Task::getStatus).filter(s -> { it(s); return true; });  | Status",
                "tasks.stream().map(Task::getBase).forEach(s -> it(s));                     | Status",
                "tasks.stream().map(t -> { if (t.isDone()) { return t.children; } return null; }).forEach(c -> it(c)); | java.util.List",
                "tasks.stream().flatMap(t -> t.children.stream()).forEach(c -> it(c));      | Task",
                "Stream.of(\"a\").map(Task::load).forEach(t -> it(t));                      | Task",
                "repository.findById(\"x\").ifPresent(t -> it(t));                          | Task",
                "it(repository.findById(\"x\").orElseThrow());                              | Task",
                "it(repository.findAll().get(0));                                           | Task",
                "it(repository.save(one));                                                  | Task",
                "Optional.ofNullable(one).ifPresent(t -> it(t));                            | Task",
                "it(Optional.of(one).map(Task::getStatus).get());                           | Status",
                "it(same(one));                                                             | Task",
                "it(A.same(tasks).get(0));                                                  | Task",
                "it(List.of(one).get(0));                                                   | Task",
                "it(Arrays.asList(one, one).iterator().next());                             | Task",
                "CompletableFuture.supplyAsync(() -> one).thenApply(t -> t.getStatus()).thenAccept(s -> it(s)); | Status",
                "CompletableFuture.supplyAsync(() -> one).whenComplete((t, e) -> it(e));    | java.lang.Throwable",
                "CompletableFuture.supplyAsync(() -> one).handle((t, e) -> t.id).thenAccept(s -> it(s)); | java.lang.String",
                "Function<Task, Status> f = t -> { it(t); return null; };                   | Task",
                "Callable<Task> c = null; it(c.call());                                     | Task",
                "it(new Pair<String, Task>(null, one).second());                            | Task",
                "if (object instanceof Task t && t.isDone()) { it(t); }                     | Task",
                "switch (object) { case Task t -> it(t); default -> { } }                   | Task",
                "try { } catch (IllegalStateException e) { it(e.getCause()); }              | java.lang.Throwable",
                "tasks.sort((a, b) -> it(a));                                               | Task",
                "it(tasks.stream().collect(Collectors.toList()));                           | java.util.List",
                "it(tasks.stream().findFirst().orElse(null));                               | Task",
                "it(object != null ? one : null);                                           | Task",
                "it((Task) object);                                                         | Task",
                "it(\"a\" + 1);                                                             | java.lang.String",
                "it(Status.valueOf(\"x\"));                                                 | Status",
                "it(Status.values()[0]);                                                    | Status",
                "it(one.getStatus().name());                                                | java.lang.String",
                "it(this.tasks.get(0));                                                     | Task",
                "it(A.this.tasks.get(0));                                                   | Task",
                "new Object() { void n() { it(tasks.get(0)); } };                           | Task",
            })
    void the_type_of_an_expression(String body, String type) {
        assertThat(typeOfIt(body).text()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it(gone.call());",
                "gone(t -> it(t));",
                "var x = x; it(x);",
                "var list = new ArrayList<>(); it(list.get(0));",
                "List raw = null; it(raw.get(0));",
                "it(t -> t);",
            })
    void what_cannot_be_told_is_unknown(String body) {
        assertThat(typeOfIt(body)).isIn(TypeName.UNKNOWN, TypeName.OBJECT);
    }

    @Test
    void an_element_collected_by_a_collector_is_known() {
        assertThat(typeOfIt("it(tasks.stream().collect(Collectors.toList()).get(0));")
                        .text())
                .isEqualTo("Task");
    }
}
