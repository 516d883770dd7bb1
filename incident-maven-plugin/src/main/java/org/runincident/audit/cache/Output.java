package org.runincident.audit.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Bytes in the making. A text or record that was written before is a number. */
final class Output {
    private byte[] bytes = new byte[1 << 12];
    private int length;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Object, Integer> equals = new HashMap<>();
    private final Map<Object, Integer> same = new IdentityHashMap<>();
    private int records;

    void number(long value) {
        long left = value << 1 ^ value >> 63;
        while ((left & ~0x7FL) != 0) {
            octet((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        octet((int) left);
    }

    void text(String value) {
        Integer known = value == null ? Integer.valueOf(-1) : texts.get(value);
        if (known != null) {
            number(known + 1L);
            return;
        }
        texts.put(value, texts.size() + 1);
        number(1);
        byte[] utf = value.getBytes(StandardCharsets.UTF_8);
        boolean whole = new String(utf, StandardCharsets.UTF_8).equals(value);
        number(whole ? utf.length : -1L - value.length());
        if (whole) {
            room(utf.length);
            System.arraycopy(utf, 0, bytes, length, utf.length);
            length += utf.length;
        } else {
            value.chars().forEach(this::number); // half a surrogate pair: sources may hold anything
        }
    }

    private void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** Writes the number of a record that was written before; else says that it follows. */
    boolean isKnown(Object value, boolean byContent) {
        Integer known = value == null ? Integer.valueOf(-2) : (byContent ? equals : same).get(value);
        number(known == null ? 1 : known + 2L);
        return known != null;
    }

    /** A record has been written. */
    void know(Object value, boolean byContent) {
        (byContent ? equals : same).put(value, records++);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
