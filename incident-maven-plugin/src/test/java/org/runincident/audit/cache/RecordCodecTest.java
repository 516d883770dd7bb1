package org.runincident.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    enum Colour {
        RED,
        BLUE {
            @Override
            public String toString() {
                return "blue";
            }
        }
    }

    sealed interface Shape2 permits Dot, Group {}

    record Dot(int x, Integer y, Colour colour, Object note) implements Shape2 {}

    record Group(List<Shape2> of, Set<String> names, Map<String, Dot> named, Optional<Group> outer) implements Shape2 {}

    record Text(String text, long number, boolean flag, char letter, double amount) {}

    record Holder(StringBuilder what) {}

    @Test
    void nested_variants_come_back_as_they_were_and_what_was_one_object_is_one_again() {
        Dot dot = new Dot(-1, null, Colour.BLUE, "n");
        Dot other = new Dot(Integer.MAX_VALUE, 3, null, 4.5);
        Group inner = new Group(List.of(dot, other, dot), Set.of("a"), Map.of("d", dot), Optional.empty());
        Group outer = new Group(Arrays.asList(inner, null, inner), Set.of(), Map.of(), Optional.of(inner));
        RecordCodec<Group> codec = new RecordCodec<>(Group.class);

        Group read = codec.read(codec.write(outer));

        assertThat(read).isEqualTo(outer);
        assertThat(read.of().get(0))
                .isSameAs(read.of().get(2))
                .isSameAs(read.outer().orElseThrow());
    }

    @Property(tries = 300)
    void any_text_and_number_comes_back(
            @ForAll String text,
            @ForAll long number,
            @ForAll boolean flag,
            @ForAll char letter,
            @ForAll double amount) {
        RecordCodec<Text> codec = new RecordCodec<>(Text.class);
        Text value = new Text(text, number, flag, letter, amount);

        assertThat(codec.read(codec.write(value))).isEqualTo(value);
    }

    @Test
    void half_a_surrogate_pair_comes_back() {
        RecordCodec<Text> codec = new RecordCodec<>(Text.class);
        Text value = new Text("a\uD800b", 0, false, 'x', 0);

        assertThat(codec.read(codec.write(value))).isEqualTo(value);
    }

    @Test
    void bytes_of_something_else_are_refused() {
        RecordCodec<Text> codec = new RecordCodec<>(Text.class);
        byte[] whole = codec.write(new Text("text", 1, true, 'x', 2));

        assertThatThrownBy(() -> codec.read(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_type_that_cannot_be_kept_is_refused_at_once() {
        assertThatThrownBy(() -> new RecordCodec<>(Holder.class)).hasMessageContaining("StringBuilder");
    }
}
