package org.runincident.audit.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record, component by component; one that was written before is a number. */
final class RecordShape implements Shape {
    private final Constructor<?> constructor;
    private final Method[] accessors;
    private final Shape[] shapes;

    /** Names are the same when they say the same; larger records are compared by identity, which costs less. */
    private final boolean name;

    RecordShape(Class<?> type, Shapes all) {
        RecordComponent[] components = type.getRecordComponents();
        accessors = new Method[components.length];
        shapes = new Shape[components.length];
        boolean onlyText = true;
        for (int i = 0; i < components.length; i++) {
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
            shapes[i] = all.of(components[i].getGenericType());
            onlyText &= PlainShapes.of(components[i].getType()).isPresent()
                    || components[i].getGenericType().getTypeName().equals("java.util.List<java.lang.String>");
        }
        try {
            // The equality that is given to every record, not one that leaves something out.
            name = onlyText
                    && Modifier.isFinal(
                            type.getDeclaredMethod("equals", Object.class).getModifiers());
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
        constructor.setAccessible(true);
    }

    @Override
    public void write(Object value, Output out) {
        if (out.isKnown(value, name)) {
            return;
        }
        for (int i = 0; i < shapes.length; i++) {
            shapes[i].write(component(value, i), out);
        }
        out.know(value, name);
    }

    private Object component(Object value, int index) {
        try {
            return accessors[index].invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(value.getClass() + " cannot be taken apart", e);
        }
    }

    @Override
    public Object read(Input in) {
        int known = in.size();
        if (known != 1) {
            return known == 0 ? null : in.known(known - 2);
        }
        Object[] components = new Object[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            components[i] = shapes[i].read(in);
        }
        try {
            return in.know(constructor.newInstance(components));
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "no " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }
}
