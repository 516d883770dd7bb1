package org.runincident.model.present;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One page without script, network or foreign font; what others wrote is escaped without exception. */
final class HtmlRenderer implements Renderer {
    private final String style;

    HtmlRenderer() {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream("incident.css")) {
            style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of the page cannot be read from the library", e);
        }
    }

    @Override
    public String render(Presentation presentation) {
        HtmlWriter out = new HtmlWriter();
        out.raw("<!doctype html>\n");
        out.open("html", "lang", presentation.language()).open("head");
        out.raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.element("title", presentation.headline());
        out.raw("<style>" + style + "</style>");
        out.close().open("body").open("main");
        if (presentation.audience() == Audience.OPERATOR) {
            out.open("p", "class", "operator")
                    .element("code", presentation.headline())
                    .close();
        } else {
            banner(presentation, out);
            presentation.sections().forEach(section -> section(section, out));
        }
        out.close().close().close();
        return out.toString();
    }

    private static void banner(Presentation presentation, HtmlWriter out) {
        String tone = presentation.tone().name().toLowerCase(Locale.ROOT);
        out.open("header", "class", "banner " + tone, "role", "alert");
        out.element("h1", presentation.headline());
        out.element("p", presentation.ending());
        out.close();
        out.open("ol", "class", "actions");
        for (Presentation.Action action : presentation.actions()) {
            out.open("li", "data-action", action.action().name().toLowerCase(Locale.ROOT));
            out.text(action.label());
            out.close();
        }
        out.close();
    }

    private static void section(Presentation.Section section, HtmlWriter out) {
        if (section.folded()) {
            out.open("details").element("summary", section.title());
        } else {
            out.open("section").element("h2", section.title());
        }
        out.open("dl");
        for (Presentation.Line line : section.lines()) {
            if (line.label().isEmpty()) {
                out.open("dd", "class", "more").text(line.text()).close();
            } else {
                out.element("dt", line.label()).element("dd", line.text());
            }
        }
        out.close().close();
    }
}
