package org.runincident.audit.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What files held, packed, by path. */
public final class KeptTexts {
    private final SortedMap<String, Text> texts;

    /**
     * What one file held.
     *
     * @param content digest of it
     * @param length number of bytes unpacked
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Text(String content, int length, byte[] packed) {}

    private KeptTexts(SortedMap<String, Text> texts) {
        this.texts = texts;
    }

    public KeptTexts() {
        this(Collections.synchronizedSortedMap(new TreeMap<>()));
    }

    /** Keeps what a file holds in place of what it held. Safe for several threads. */
    public void put(String path, byte[] bytes) {
        put(path, bytes, Fingerprint.of(bytes));
    }

    /**
     * The same where the digest is known.
     *
     * @param content {@link Fingerprint#of} the bytes
     */
    public void put(String path, byte[] bytes, String content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(64 + bytes.length / 3);
            byte[] buffer = new byte[1 << 13];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            texts.put(path, new Text(content, bytes.length, packed.toByteArray()));
        } finally {
            deflater.end();
        }
    }

    /** The digests of what the files held, by path. */
    public Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        texts.forEach((path, text) -> contents.put(path, text.content()));
        return contents;
    }

    /**
     * What a file held.
     *
     * @throws IllegalArgumentException when that is damaged
     */
    public byte[] bytes(String path) {
        Text text = texts.get(path);
        byte[] bytes = new byte[text.length()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(text.packed());
            int length = inflater.inflate(bytes);
            if (length != bytes.length || !Fingerprint.of(bytes).equals(text.content())) {
                throw new IllegalArgumentException("another text");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("no text", e);
        } finally {
            inflater.end();
        }
    }

    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(texts.size());
            for (Map.Entry<String, Text> entry : texts.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeUTF(entry.getValue().content());
                out.writeInt(entry.getValue().length());
                out.writeInt(entry.getValue().packed().length);
                out.write(entry.getValue().packed());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is not what {@link #write} wrote
     */
    public static KeptTexts read(byte[] bytes) {
        SortedMap<String, Text> texts = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                String path = in.readUTF();
                String content = in.readUTF();
                int length = in.readInt();
                texts.put(path, new Text(content, length, in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no texts", e);
        }
        return new KeptTexts(texts);
    }
}
