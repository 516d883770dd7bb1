package org.runincident.model.present;

/** Turns a presentation into a text of some format. Implementations are stateless and escape whatever the format needs. */
@FunctionalInterface
public interface Renderer {
    /** The whole text, ending in a line break. */
    String render(Presentation presentation);

    /** Plain text. */
    static Renderer text() {
        return new TextRenderer();
    }

    /** Markdown (CommonMark). */
    static Renderer markdown() {
        return new MarkdownRenderer();
    }

    /** A whole HTML page that needs nothing else; light and dark. */
    static Renderer html() {
        return new HtmlRenderer();
    }
}
