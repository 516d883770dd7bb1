package org.runincident.audit.cache;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Shapes of what holds nothing else: text, numbers, enums. */
final class PlainShapes {
    private static final Shape TEXT = shape((value, out) -> out.text((String) value), Input::text);
    private static final Shape INT = shape((value, out) -> out.number((Integer) value), in -> (int) in.number());
    private static final Shape LONG = shape((value, out) -> out.number((Long) value), Input::number);
    private static final Shape BOOLEAN =
            shape((value, out) -> out.number((Boolean) value ? 1 : 0), in -> in.number() == 1);
    private static final Shape CHARACTER =
            shape((value, out) -> out.number((Character) value), in -> (char) in.number());
    private static final Shape DOUBLE = shape(
            (value, out) -> out.number(Double.doubleToRawLongBits((Double) value)),
            in -> Double.longBitsToDouble(in.number()));

    private static final List<Class<?>> LITERALS =
            List.of(String.class, Integer.class, Long.class, Boolean.class, Character.class, Double.class);

    private static final Map<Class<?>, Shape> NUMBERS = Map.of(
            int.class, INT, long.class, LONG, boolean.class, BOOLEAN, char.class, CHARACTER, double.class, DOUBLE);

    private static final Map<Class<?>, Shape> BOXES = Map.of(
            Integer.class,
            INT,
            Long.class,
            LONG,
            Boolean.class,
            BOOLEAN,
            Character.class,
            CHARACTER,
            Double.class,
            DOUBLE);

    private PlainShapes() {}

    /** Empty when the type is none of those. */
    static Optional<Shape> of(Class<?> type) {
        if (type == String.class) {
            return Optional.of(TEXT);
        }
        if (type == Object.class) {
            return Optional.of(shape(PlainShapes::writeLiteral, PlainShapes::readLiteral));
        }
        if (type.isEnum()) {
            return Optional.of(constant(type.getEnumConstants()));
        }
        return BOXES.containsKey(type) ? Optional.of(orNull(BOXES.get(type))) : Optional.ofNullable(NUMBERS.get(type));
    }

    private static Shape orNull(Shape number) {
        return shape(
                (value, out) -> {
                    out.number(value == null ? 0 : 1);
                    if (value != null) {
                        number.write(value, out);
                    }
                },
                in -> in.number() == 0 ? null : number.read(in));
    }

    private static Shape constant(Object[] constants) {
        return shape((value, out) -> out.number(value == null ? -1 : ((Enum<?>) value).ordinal()), in -> {
            int ordinal = in.size();
            return ordinal < 0 ? null : constants[ordinal];
        });
    }

    private static void writeLiteral(Object value, Output out) {
        int kind = value == null ? -1 : LITERALS.indexOf(value.getClass());
        if (kind < 0 && value != null) {
            throw new IllegalArgumentException("no way to write a " + value.getClass());
        }
        out.number(kind);
        if (kind >= 0) {
            of(LITERALS.get(kind)).orElseThrow().write(value, out);
        }
    }

    private static Object readLiteral(Input in) {
        int kind = in.size();
        return kind < 0 ? null : of(LITERALS.get(kind)).orElseThrow().read(in);
    }

    private static Shape shape(BiConsumer<Object, Output> write, Function<Input, Object> read) {
        return new Shape() {
            @Override
            public void write(Object value, Output out) {
                write.accept(value, out);
            }

            @Override
            public Object read(Input in) {
                return read.apply(in);
            }
        };
    }
}
