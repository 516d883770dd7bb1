package org.runincident.model.present;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements, and escapes every text and attribute value that goes into them. */
final class HtmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes as name and value in turn. */
    HtmlWriter open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(element);
        return this;
    }

    /** Ends the innermost open element. */
    HtmlWriter close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing but a text. */
    HtmlWriter element(String element, String text) {
        return open(element).text(text).close();
    }

    HtmlWriter text(String text) {
        escape(text);
        return this;
    }

    /** Markup of our own; never anything that came from elsewhere. */
    HtmlWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    // Control characters and lone surrogates are no legal HTML.
                    boolean legal = c == '\n' || c == '\t' || !Character.isISOControl(c);
                    out.appendCodePoint(legal && (c < 0xD800 || c > 0xDFFF) ? c : 0xFFFD);
                }
            }
        });
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
