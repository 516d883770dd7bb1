package org.runincident.audit.cache;

/**
 * Makes bytes of a record and the record of the bytes. What may stand in a record: other records, enums, sealed types of
 * them, text, numbers, lists, sets, maps, optional values. The declared types say what is read, never the bytes; so bytes
 * from elsewhere can be wrong, but make no other objects. Safe for several threads.
 *
 * @param <T> the record's type
 */
public final class RecordCodec<T> {
    private final Class<T> type;
    private final Shape shape;

    /** @throws IllegalArgumentException when the type holds something else */
    public RecordCodec(Class<T> type) {
        this.type = type;
        this.shape = new Shapes().of(type);
    }

    public byte[] write(T value) {
        Output out = new Output();
        shape.write(value, out);
        return out.bytes();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is not what {@link #write} wrote
     */
    public T read(byte[] bytes) {
        try {
            Input in = new Input(bytes);
            T value = type.cast(shape.read(in));
            if (in.isAtEnd()) {
                return value;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
        throw new IllegalArgumentException("more than a " + type.getSimpleName());
    }
}
