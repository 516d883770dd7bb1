package org.runincident.audit.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstGraphsTest {
    @Test
    void everything_of_java_is_lowered() {
        Graphs program = Graphs.of("""
                package a;
                import java.util.*;
                enum Status { RUNNING, FAILED, DONE(1) { int f() { return 2; } }; Status() {} Status(int x) {} int f() { return 1; } }
                """, """
                package a;
                import java.util.*;
                import java.util.concurrent.*;
                import static a.Status.*;
                class Job {
                  private static final String PREFIX = "x";
                  private Status status = Status.RUNNING;
                  private String reason;
                  record P(int x, Object y) { P { if (x < 0) throw new IllegalArgumentException(); } }
                  sealed interface R permits A, B {}
                  record A(int v) implements R {}
                  record B(String s) implements R {}
                  void run(List<String> all, Object o, R r) throws Exception {
                    outer:
                    for (String s : all) {
                      while (true) {
                        if (s.isEmpty() && o != null || s == null) continue outer;
                        try (var in = new java.io.FileInputStream(s)) {
                          if (o instanceof String t && t.length() > 3) break outer;
                          in.read();
                          return;
                        } catch (java.io.IOException | IllegalStateException e) {
                          this.status = FAILED;
                          throw new RuntimeException(PREFIX + e.getMessage(), e);
                        } finally {
                          synchronized (this) { reason += "a" + 1 + s; }
                        }
                      }
                    }
                    int n = switch (r) { case A(int v) when v > 3 -> v; case A a -> { yield 3; } case B(var q) -> q.length(); };
                    switch (status) { case RUNNING: n++; case FAILED: break; default: throw new IllegalStateException("x" + status); }
                    if (status == Status.FAILED) { n = 1; } else if (status == DONE) { n = 2; } else { n = 3; }
                    CompletableFuture.supplyAsync(() -> 1).whenComplete((v, t) -> { if (t != null) System.out.println(t); });
                    Runnable z = new Runnable() { public void run() { status = Status.DONE; System.out.println(o); } };
                    class Local { int q = 3; int w() { return q + all.size(); } }
                    new Local().w();
                    int[][] arr = {{1, 2}, {3}};
                    arr[0][1] += 2;
                    boolean b = n > 3 ? arr == null : !z.equals(o);
                    do { n--; assert n > 0 : "neg"; } while (n > 0);
                    for (int i = 0, j = 1; i < n; i++, j--) { if (i == 3) break; }
                    all.forEach(System.out::println);
                    all.stream().map(String::length).toList();
                  }
                }
                """);
        assertThat(program.graphs()).isNotEmpty();
    }
}
