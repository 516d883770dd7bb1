package org.runincident.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core says of {@code report.html}. */
class AccessibilityIT {
    private static final String SERIOUS = """
            const done = arguments[0];
            axe.run({ resultTypes: ["violations"] }).then(
                result => done(result.violations
                    .filter(v => v.impact === "serious" || v.impact === "critical")
                    .map(v => v.id + ": " + v.help + " at " + v.nodes.slice(0, 3).map(n => n.target + " " + n.html).join(", "))),
                problem => done([String(problem)]));
            """;

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;
    private static String axe;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        page = new MadeUpReport(folder, 40, "").html();
        try (InputStream in = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 400", "dark, 400"})
    void nothing_serious(String colours, int width) {
        browser.size(width, 900);
        browser.colours(colours);
        browser.open(page, "");
        browser.choose("#paths [data-facet=level]", "");
        browser.eval("document.querySelectorAll('summary').forEach((s, i) => { if (i < 60) s.click(); })");
        browser.eval(axe);

        assertThat((List<?>) browser.evalLater(SERIOUS)).isEmpty();
    }
}
