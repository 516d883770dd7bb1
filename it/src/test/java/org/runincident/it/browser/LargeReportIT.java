package org.runincident.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of 5,000 findings, as many sites and as many handlers answers at once. */
class LargeReportIT {
    private static final int FINDINGS = 5_000;

    /** Two frames after the page's script has run, the page has been painted and listens. */
    private static final String READY = """
            const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => done(Math.round(performance.now()))));
            """;

    private static final String FILTERED = """
            const done = arguments[0];
            const list = document.getElementById("findings");
            const filter = list.querySelector("[data-filter]");
            const since = performance.now();
            new MutationObserver(() => requestAnimationFrame(() => done(Math.round(performance.now() - since))))
                .observe(list.querySelector("[data-count]"), { childList: true });
            filter.value = "worker4242#";
            filter.dispatchEvent(new Event("input", { bubbles: true }));
            """;

    @TempDir
    Path folder;

    @Test
    void is_ready_in_less_than_a_second() throws IOException {
        Path page = new MadeUpReport(folder, FINDINGS, "").html();
        try (Browser browser = Browser.start()) {
            browser.size(1280, 900);
            long[] ready = new long[3];
            for (int i = 0; i < ready.length; i++) {
                browser.open(page, "");
                ready[i] = (Long) browser.evalLater(READY);
            }
            long filtered = (Long) browser.evalLater(FILTERED);

            System.out.printf(
                    Locale.ROOT,
                    "report.html with %d findings, %.1f MB: ready after %s ms, a filter answers after %d ms%n",
                    FINDINGS,
                    Files.size(page) / 1e6,
                    LongStream.of(ready).boxed().toList(),
                    filtered);
            assertThat(browser.text("#findings [data-count]")).isEqualTo("1 of 5000");
            // The best of three: the machine may have others to serve.
            assertThat(LongStream.of(ready).min().orElseThrow()).isLessThan(1_000);
            assertThat(filtered).isLessThan(1_000);
        }
    }
}
