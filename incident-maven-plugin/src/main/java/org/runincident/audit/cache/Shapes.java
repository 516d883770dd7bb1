package org.runincident.audit.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The shapes of types, each made once. */
final class Shapes {
    private final Map<Type, Shape> known = new HashMap<>();

    /** @throws IllegalArgumentException for a type that cannot be written */
    Shape of(Type type) {
        Shape found = known.get(type);
        if (found == null) {
            Later later = new Later();
            known.put(type, later); // a type may hold itself
            found = make(type);
            later.shape = found;
            known.put(type, found);
        }
        return found;
    }

    private static final class Later implements Shape {
        private Shape shape;

        @Override
        public void write(Object value, Output out) {
            shape.write(value, out);
        }

        @Override
        public Object read(Input in) {
            return shape.read(in);
        }
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), type);
        }
        Class<?> c = (Class<?>) type;
        Optional<Shape> plain = PlainShapes.of(c);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (c.isRecord()) {
            return new RecordShape(c, this);
        }
        if (c.isSealed()) {
            return union(c);
        }
        throw new IllegalArgumentException("no way to write " + type);
    }

    private Shape union(Class<?> type) {
        List<Class<?>> variants = new ArrayList<>();
        collect(type, variants);
        List<Shape> shapes = variants.stream().map(this::of).toList();
        return new Shape() {
            @Override
            public void write(Object value, Output out) {
                int variant = value == null ? -1 : variants.indexOf(value.getClass());
                out.number(variant);
                if (variant >= 0) {
                    shapes.get(variant).write(value, out);
                }
            }

            @Override
            public Object read(Input in) {
                int variant = in.size();
                return variant < 0 ? null : shapes.get(variant).read(in);
            }
        };
    }

    private static void collect(Class<?> type, List<Class<?>> variants) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, variants);
            } else {
                variants.add(permitted);
            }
        }
    }

    private Shape container(Class<?> raw, Type[] of, Type type) {
        if (raw == Optional.class) {
            return optional(of(of[0]));
        }
        if (raw == List.class || raw == Collection.class) {
            return collection(of(of[0]), Collections::unmodifiableList);
        }
        if (raw == Set.class) {
            return collection(of(of[0]), values -> Collections.unmodifiableSet(new LinkedHashSet<>(values)));
        }
        if (raw == SortedSet.class) {
            return collection(of(of[0]), values -> Collections.unmodifiableSortedSet(new TreeSet<>(values)));
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return map(of(of[0]), of(of[1]), raw == SortedMap.class);
        }
        throw new IllegalArgumentException("no way to write " + type);
    }

    private static Shape optional(Shape value) {
        return new Shape() {
            @Override
            public void write(Object optional, Output out) {
                boolean present = ((Optional<?>) optional).isPresent();
                out.number(present ? 1 : 0);
                ((Optional<?>) optional).ifPresent(held -> value.write(held, out));
            }

            @Override
            public Object read(Input in) {
                return in.size() == 0 ? Optional.empty() : Optional.of(value.read(in));
            }
        };
    }

    private static Shape collection(Shape element, Function<List<Object>, Object> made) {
        return new Shape() {
            @Override
            public void write(Object value, Output out) {
                if (value == null) {
                    out.number(-1);
                    return;
                }
                Collection<?> all = (Collection<?>) value;
                out.number(all.size());
                all.forEach(each -> element.write(each, out));
            }

            @Override
            public Object read(Input in) {
                int size = in.size();
                if (size < 0) {
                    return null;
                }
                List<Object> all = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    all.add(element.read(in));
                }
                return made.apply(all);
            }
        };
    }

    private static Shape map(Shape key, Shape value, boolean sorted) {
        return new Shape() {
            @Override
            public void write(Object map, Output out) {
                if (map == null) {
                    out.number(-1);
                    return;
                }
                out.number(((Map<?, ?>) map).size());
                ((Map<?, ?>) map).forEach((k, v) -> {
                    key.write(k, out);
                    value.write(v, out);
                });
            }

            @Override
            public Object read(Input in) {
                int size = in.size();
                if (size < 0) {
                    return null;
                }
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    map.put(key.read(in), value.read(in));
                }
                return sorted
                        ? Collections.unmodifiableSortedMap(new TreeMap<>(map))
                        : Collections.unmodifiableMap(map);
            }
        };
    }
}
