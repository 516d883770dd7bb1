package org.runincident.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void results_come_in_the_order_of_the_items_also_from_tasks_of_tasks(int threads) {
        List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
        try (Workers workers = new Workers(threads)) {
            List<List<Integer>> found =
                    workers.call(() -> workers.map(numbers, i -> workers.map(numbers, j -> i * 100 + j)));
            assertThat(found)
                    .isEqualTo(numbers.stream()
                            .map(i -> numbers.stream().map(j -> i * 100 + j).toList())
                            .toList());
        }
    }

    @Test
    void who_waits_for_the_others_takes_what_they_have_to_give() {
        CountDownLatch both = new CountDownLatch(2);
        Runnable meet = () -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        };
        try (Workers workers = new Workers(2)) {
            workers.call(() -> {
                workers.run(List.of(() -> {}, () -> workers.run(List.of(meet, meet))));
                return "";
            });
        }
        assertThat(both.getCount()).isZero();
    }

    @Test
    void a_failure_ends_it_and_reaches_the_caller() {
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.call(() -> workers.map(List.of(1, 2, 3), i -> 6 / (i - 2))))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_set() {
        try (Workers workers = new Workers(1)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> workers.call(() -> "never asked for"))
                    .isInstanceOf(java.util.concurrent.CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
