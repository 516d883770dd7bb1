package org.runincident.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The source of an audited project is untrusted: whatever it holds stays text, in the markup and behind every click. */
class HostileTextIT {
    private static final int FINDINGS = 20;

    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.evil = 1</script>",
                "</script><script>window.evil = 1</script>",
                "</noscript><img src=x onerror='window.evil = 1'>",
                "<!--row--><img src=x onerror='window.evil = 1'><!--body--><svg onload='window.evil = 1'>",
                "\" onmouseover=\"window.evil = 1\" autofocus onfocus=\"window.evil = 1",
                "' onclick='window.evil = 1' x='",
                "</style><style>body { display: none }</style>",
                "</template></details></table><iframe srcdoc='<script>parent.evil = 1</script>'>",
                "<a href=\"javascript:window.evil = 1\">x</a> [x](javascript:window.evil=1)",
                "&lt;img src=x onerror=window.evil=1&gt; &#60;script&#62;",
                "${7*7} {{7*7}} $unsafe{x} <%= 7*7 %> `${window.evil = 1}`",
                "\u202egnp.exe \u2028 \u0000 \ufeff"
            })
    void stays_text(String word) throws IOException {
        Path page = new MadeUpReport(folder, FINDINGS, word).html();
        browser.size(1280, 900);
        browser.open(page, "");
        // Every list, body and matrix is put into the page.
        browser.choose("#paths [data-facet=level]", "");
        browser.type("#findings [data-filter]", "task");
        browser.click(".sites thead button");
        browser.eval("document.querySelectorAll('summary').forEach(s => s.click())");
        browser.eval("document.querySelectorAll('details:not([open]) > summary').forEach(s => s.click())");
        browser.eval("dispatchEvent(new Event('beforeprint'))");

        assertThat(browser.eval("return window.evil")).isNull();
        assertThat(browser.all("img, iframe, object, embed, a[href^='javascript'], [onerror], [onload], [onclick]"))
                .isEmpty();
        assertThat(browser.all("script, style")).hasSize(2);
        assertThat(browser.find("main").isDisplayed()).isTrue();
        assertThat(browser.all("#findings .finding")).hasSize(FINDINGS);
        assertThat(browser.all(".sites > tbody > tr")).hasSize(FINDINGS);
        String shown = word.replaceAll("[`\\s\\u0000]+", "");
        List<String> texts = browser.rawTexts("#findings .message, #findings .excerpt code, .sites .note");
        assertThat(texts).hasSizeGreaterThan(2 * FINDINGS);
        assertThat(texts.stream()
                        .filter(text -> text.replaceAll("[`\\s\\ufffd]+", "").contains(shown)))
                .as("texts that hold the word as it is")
                .hasSizeGreaterThan(2 * FINDINGS);
    }
}
