package org.runincident.audit.report.html;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Our own pages as HTML. HTML inside of them would stay text, as everything else on the page does. */
final class Markdown {
    private Markdown() {}

    static String html(String markdown) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(Parser.builder().build().parse(markdown));
    }
}
