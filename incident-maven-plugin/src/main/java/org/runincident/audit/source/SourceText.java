package org.runincident.audit.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.runincident.code.Span;

/**
 * The text of a source file, line ends as {@code \n}, without a byte order mark. Lines and columns are those of the file.
 *
 * @param text empty when the file could not be read
 * @param problems empty when it was read as it should be
 */
public record SourceText(String text, List<ParseProblem> problems) {
    /** Length in bytes above which a file is not read: generated, and more than the memory of a build can bear. */
    static final long LIMIT = 16L << 20;

    private static final char REPLACEMENT = '\uFFFD';

    public SourceText {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file: UTF-8 if it is that, else the stated encoding, else any, which is a problem.
     *
     * @param stated what the build says about encoding; may be null
     */
    public static SourceText read(SourceFile source, Charset stated) {
        try {
            if (Files.size(source.file()) > LIMIT) {
                return unread("the file is larger than " + (LIMIT >> 20) + " MiB");
            }
            return decode(Files.readAllBytes(source.file()), stated);
        } catch (IOException | RuntimeException e) {
            // Why is told in other words on each system, and a report must not differ by machine.
            return unread("the file cannot be opened");
        }
    }

    /** As {@link #read}, from bytes. */
    public static SourceText decode(byte[] bytes, Charset stated) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new SourceText(normalized(new String(bytes, StandardCharsets.UTF_16)), List.of());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0 || isStrictly(bytes, StandardCharsets.UTF_8)) {
            return new SourceText(normalized(text), List.of());
        }
        if (stated != null && isStrictly(bytes, stated)) {
            return new SourceText(normalized(new String(bytes, stated)), List.of());
        }
        ParseProblem note = new ParseProblem(
                Span.NONE, "the file is not " + (stated == null ? "UTF-8" : stated) + "; read as ISO-8859-1", false);
        return new SourceText(normalized(new String(bytes, StandardCharsets.ISO_8859_1)), List.of(note));
    }

    private static SourceText unread(String problem) {
        return new SourceText("", List.of(new ParseProblem(Span.NONE, problem, true)));
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static boolean isStrictly(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String normalized(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.indexOf('\r') < 0 ? plain : plain.replace("\r\n", "\n").replace('\r', '\n');
    }
}
