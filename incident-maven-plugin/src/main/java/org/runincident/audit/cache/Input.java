package org.runincident.audit.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link Output} wrote. */
final class Input {
    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();
    private final List<Object> records = new ArrayList<>();

    Input(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value >>> 1 ^ -(value & 1);
    }

    int size() {
        return (int) number();
    }

    String text() {
        int known = size();
        if (known == 0) {
            return null;
        }
        if (known > 1) {
            return texts.get(known - 2);
        }
        int size = size();
        String text;
        if (size >= 0) {
            text = new String(bytes, at, size, StandardCharsets.UTF_8);
            at += size;
        } else {
            StringBuilder built = new StringBuilder();
            for (int i = 0; i < -1 - size; i++) {
                built.append((char) number());
            }
            text = built.toString();
        }
        texts.add(text);
        return text;
    }

    /** The record of that number. */
    Object known(int number) {
        return records.get(number);
    }

    /** A record has been read. */
    Object know(Object value) {
        records.add(value);
        return value;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }
}
