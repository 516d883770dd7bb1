package org.runincident.audit.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
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
import java.util.function.UnaryOperator;

/**
 * Puts other records in the place of some, however deep they stand in records and collections. What holds none of them stays
 * the same object.
 *
 * @param <T> the type that is replaced
 */
public final class Rewriting<T extends Record> {
    private final Class<T> type;
    private final UnaryOperator<T> change;
    private final Map<Class<?>, Parts> known = new HashMap<>();

    private record Parts(Constructor<?> constructor, Method[] accessors) {}

    /** @param change gives the same object where nothing is to change */
    public Rewriting(Class<T> type, UnaryOperator<T> change) {
        this.type = type;
        this.change = change;
    }

    /** The same value with the changes made. */
    @SuppressWarnings("unchecked")
    public <V> V of(V value) {
        return (V) changed(value);
    }

    private Object changed(Object value) {
        if (type.isInstance(value)) {
            return change.apply(type.cast(value));
        }
        if (value instanceof Record) {
            return record(value);
        }
        if (value instanceof Collection<?> all) {
            return collection(all);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Optional<?> optional) {
            Object held = optional.orElse(null);
            Object other = changed(held);
            return held == other ? optional : Optional.of(other);
        }
        return value;
    }

    private Object record(Object value) {
        Parts parts = known.computeIfAbsent(value.getClass(), Rewriting::parts);
        Object[] components = new Object[parts.accessors().length];
        boolean same = true;
        try {
            for (int i = 0; i < components.length; i++) {
                Object component = parts.accessors()[i].invoke(value);
                components[i] = changed(component);
                same &= components[i] == component;
            }
            return same ? value : parts.constructor().newInstance(components);
        } catch (IllegalAccessException | InvocationTargetException | InstantiationException e) {
            throw new IllegalStateException(value.getClass() + " cannot be made anew", e);
        }
    }

    private static Parts parts(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Method[] accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
            return new Parts(constructor, accessors);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
    }

    private Object collection(Collection<?> all) {
        List<Object> made = new ArrayList<>(all.size());
        boolean same = true;
        for (Object each : all) {
            Object other = changed(each);
            made.add(other);
            same &= other == each;
        }
        if (same) {
            return all;
        }
        if (all instanceof SortedSet) {
            return Collections.unmodifiableSortedSet(new TreeSet<>(made));
        }
        return all instanceof Set
                ? Collections.unmodifiableSet(new LinkedHashSet<>(made))
                : Collections.unmodifiableList(made);
    }

    private Object map(Map<?, ?> map) {
        Map<Object, Object> made = map instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = changed(entry.getKey());
            Object held = changed(entry.getValue());
            made.put(key, held);
            same &= key == entry.getKey() && held == entry.getValue();
        }
        return same ? map : Collections.unmodifiableMap(made);
    }
}
