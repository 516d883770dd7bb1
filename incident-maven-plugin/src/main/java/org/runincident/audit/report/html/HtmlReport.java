package org.runincident.audit.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.runincident.audit.catalog.FailureCatalog;
import org.runincident.audit.report.Report;
import org.runincident.audit.source.SourceLines;

/**
 * Writes a report as one HTML file: no network, no script but our own. The source of an audited project is untrusted text;
 * the templates escape all of it, and the page's policy lets nothing run that is not ours.
 */
public final class HtmlReport {
    /** Where the templates are compiled to; not the default, so that no other user of the engine in this JVM is met. */
    private static final String PACKAGE = "org.runincident.audit.report.html.templates";

    private HtmlReport() {}

    /** The report as UTF-8 text. */
    public static byte[] write(Report report, SourceLines sources) {
        return render("report.jte", new Page(report, sources, style(), script()));
    }

    /** The failure catalog of the same project as UTF-8 text. */
    public static byte[] write(FailureCatalog catalog, Report report) {
        String title = new Page(report, new SourceLines(Path.of("")), style(), script()).title();
        return render("catalog.jte", new CatalogPage(title, catalog, report.tool(), style(), script()));
    }

    private static byte[] render(String template, Object page) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), PACKAGE);
        TemplateOutput out = new StringOutput();
        engine.render(template, page, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Asset style() {
        return new Asset(read("report.css"));
    }

    private static Asset script() {
        return new Asset(read("report.js"));
    }

    private static String read(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
