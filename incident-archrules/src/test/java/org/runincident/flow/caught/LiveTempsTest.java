package org.runincident.flow.caught;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Value;

class LiveTempsTest {
    private final GraphBuilder graph = new GraphBuilder();
    private final Value.Temp made = graph.temp(TypeName.STRING);
    private final Value.Variable kept = graph.variable("kept", TypeName.STRING, Value.Role.LOCAL);

    @Test
    void a_value_is_live_up_to_where_it_is_read_for_the_last_time() {
        int read = after(0, copy(kept, made));
        int end = after(read, new Event.Return(kept, -1, Span.NONE));

        LiveTemps live = new LiveTemps(built());

        assertThat(live.isLive(made, read)).isTrue();
        assertThat(live.isLive(made, end)).isFalse();
    }

    @Test
    void a_value_is_not_live_before_it_is_made() {
        graph.add(0, copy(made, Value.text("a")));
        after(0, copy(kept, made));

        assertThat(new LiveTemps(built()).isLive(made, 0)).isFalse();
    }

    @Test
    void a_value_that_one_way_round_a_loop_reads_is_live_all_round_it() {
        int head = after(0, copy(kept, Value.text("a")));
        int body = after(head, copy(kept, made));
        graph.connect(body, Edge.next(head));

        LiveTemps live = new LiveTemps(built());

        assertThat(live.isLive(made, head)).isTrue();
        assertThat(live.isLive(made, body)).isTrue();
    }

    @Test
    void what_a_branch_asks_is_read() {
        int asks = after(0, copy(kept, Value.text("a")));
        int then = after(asks, copy(kept, Value.text("b")));
        graph.connect(asks, Edge.branch(then, new Condition.IsEqual(kept, made, true)));

        LiveTemps live = new LiveTemps(built());

        assertThat(live.isLive(made, asks)).isTrue();
        assertThat(live.isLive(made, then)).isFalse();
    }

    @Test
    void variables_are_always_live() {
        graph.add(0, new Event.Return(null, -1, Span.NONE));

        assertThat(new LiveTemps(built()).isLive(kept, 0)).isTrue();
    }

    private int after(int block, Event event) {
        int next = graph.newBlock();
        graph.add(next, event);
        graph.connect(block, Edge.next(next));
        return next;
    }

    private static Event copy(Value to, Value from) {
        return new Event.Copy(to, from, Span.NONE);
    }

    private EventGraph built() {
        if (graph.eventsOf(0).isEmpty()) {
            graph.add(0, copy(kept, Value.NULL)); // or it would be leapt over
        }
        MethodKey key = new MethodKey("a.B", "run", List.of());
        return graph.build(
                "a/B.java",
                new MethodDeclaration(
                        key, TypeName.VOID, List.of(), List.of(), true, false, false, false, Set.of(), Span.NONE),
                null,
                List.of());
    }
}
