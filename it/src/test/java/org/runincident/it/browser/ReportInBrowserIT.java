package org.runincident.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a person does with {@code report.html}. */
class ReportInBrowserIT {
    private static final int FINDINGS = 250;
    private static final int SHOWN_AT_FIRST = 100;

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        page = new MadeUpReport(folder, FINDINGS, "").html();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.size(1280, 900);
        browser.open(page, "");
    }

    private static List<String> texts(String selector) {
        return browser.texts(selector);
    }

    private static String count(String section) {
        return browser.text(section + " [data-count]");
    }

    @Test
    void words_narrow_the_findings_to_those_that_hold_them_all() {
        browser.type("#findings [data-filter]", "worker42# nothing");

        browser.waitUntil(() -> count("#findings").equals("1 of 250"));
        assertThat(texts("#findings .message"))
                .containsExactly("This task number 42 becomes FAILED, and nothing says why.");
    }

    @Test
    void rule_state_and_module_narrow_the_findings_together() {
        browser.choose("#findings [data-facet=rule]", "SwallowedException");
        browser.choose("#findings [data-facet=state]", "known");
        browser.choose("#findings [data-facet=module]", "payments");

        browser.waitUntil(() -> count("#findings").equals("6 of 250"));
        assertThat(texts("#findings .finding .rule")).hasSize(6).containsOnly("SwallowedException");
        assertThat(texts("#findings .finding .state")).hasSize(6);
    }

    @Test
    void findings_are_sorted_by_importance_and_on_request_by_file() {
        assertThat(texts("#findings .finding .severity")).startsWith("error").doesNotContain("warning");

        browser.choose("#findings [data-sort]", "file");

        assertThat(texts("#findings .place b")).startsWith("Worker0.java:7", "Worker0.java:27", "Worker0.java:47");
    }

    @Test
    void a_click_on_a_column_sorts_the_sites_and_a_second_click_turns_them_round() {
        browser.choose("#paths [data-facet=level]", "");
        browser.click(".sites thead th:nth-child(2) button");
        List<String> up = texts(".sites > tbody > tr > td:nth-child(2)");
        browser.click(".sites thead th:nth-child(2) button");
        List<String> down = texts(".sites > tbody > tr > td:nth-child(2)");

        assertThat(up).first().asString().startsWith("Task0.status");
        assertThat(down).first().asString().startsWith("Task29.status");
        assertThat(browser.find(".sites thead th:nth-child(2)").getAttribute("aria-sort"))
                .isEqualTo("descending");
    }

    @Test
    void silent_sites_are_shown_first_and_every_level_on_request() {
        assertThat(texts(".sites .level")).containsOnly("silent");
        assertThat(count("#paths")).isEqualTo("63 of 250");

        browser.choose("#paths [data-facet=level]", "");

        browser.waitUntil(() -> count("#paths").equals("250 in all"));
    }

    @Test
    void a_link_opens_the_one_finding_wherever_it_stands_in_the_list() {
        browser.open(page, "#f-" + MadeUpReport.fingerprint(FINDINGS - 1));

        WebElement finding = browser.find("#f-" + MadeUpReport.fingerprint(FINDINGS - 1));
        assertThat(finding.getAttribute("open")).isNotNull();
        assertThat(browser.isInSight(finding)).isTrue();
        assertThat(finding.getText()).contains("number 249", "3 task leaves here", "Mend:");
    }

    @Test
    void a_link_to_a_site_opens_its_path_though_its_level_is_filtered_out() {
        browser.open(page, "#s-orders/src/main/java/org/example/Worker0.java:27:9");

        assertThat(browser.find(".sites tr details[open]").getText()).contains("status becomes FAILED on task");
        assertThat(count("#paths")).isEqualTo("250 in all");
    }

    @Test
    void a_link_to_a_finding_that_the_filter_hides_takes_the_filter_away() {
        browser.type("#findings [data-filter]", "worker42#");
        browser.waitUntil(() -> count("#findings").equals("1 of 250"));

        browser.eval("location.hash = arguments[0]", "#f-" + MadeUpReport.fingerprint(7));

        browser.waitUntil(() -> count("#findings").equals("250 in all"));
        assertThat(browser.find("#f-" + MadeUpReport.fingerprint(7)).getAttribute("open"))
                .isNotNull();
    }

    @Test
    void a_link_that_leads_nowhere_harms_nothing() {
        browser.open(page, "#f-%E0%A4%A");

        assertThat(count("#findings")).isEqualTo("250 in all");
    }

    @Test
    void the_keyboard_walks_the_findings_and_opens_them() {
        browser.press("j");
        browser.press("j");
        browser.press("j");
        browser.press("k");
        browser.press(Keys.ENTER);

        WebElement second = browser.all("#findings .finding").get(1);
        assertThat(second.getAttribute("open")).isNotNull();
        assertThat(second.getText()).contains("status becomes FAILED on task");
        assertThat(browser.isInSight(second)).isTrue();

        browser.press("/");
        assertThat(browser.focused().getAttribute("data-main")).isNotNull();
    }

    @Test
    void the_keyboard_reaches_what_is_not_shown_yet() {
        for (int i = 0; i < SHOWN_AT_FIRST + 2; i++) {
            browser.press("j");
        }

        assertThat(browser.all("#findings .finding")).hasSizeGreaterThan(SHOWN_AT_FIRST);
        assertThat(browser.isInSight(browser.focused())).isTrue();
    }

    @Test
    void every_control_can_be_reached_by_tab() {
        for (int i = 0; i < 12; i++) {
            browser.press(Keys.TAB);
        }

        assertThat(browser.focused().getTagName()).isNotEqualTo("body");
        assertThat(browser.eval("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    void dark_is_dark_and_light_is_light() {
        browser.colours("dark");
        long dark = browser.brightness("body");
        browser.colours("light");
        long light = browser.brightness("body");

        assertThat(dark).isLessThan(60);
        assertThat(light).isGreaterThan(230);
    }

    @Test
    void on_paper_findings_are_open_and_what_cannot_be_pressed_is_gone() {
        browser.eval("dispatchEvent(new Event('beforeprint'))");
        browser.paper();

        assertThat(browser.all("#findings .finding[open]")).hasSize(200);
        assertThat(browser.find("nav").isDisplayed()).isFalse();
        assertThat(browser.find("#findings .tools").isDisplayed()).isFalse();
        assertThat(browser.find("#findings .finding .note").isDisplayed()).isTrue();

        browser.eval("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.all("#findings .finding[open]")).isEmpty();
        browser.screen();
    }

    @Test
    void without_scripts_every_finding_and_path_is_there_to_read() {
        browser.scripts(false);
        browser.open(page, "");
        int findings = browser.countWithoutScripts("#findings .finding code.step");
        int sites = browser.countWithoutScripts(".sites tbody details code.step, .sites tbody a[href^='#f-']");
        int handlers = browser.countWithoutScripts("#handlers tbody tr");
        browser.scripts(true);

        assertThat(findings).isEqualTo(3 * FINDINGS);
        // Of the 50 that are findings, too, 12 have a reason and a path of their own; the others lead to the finding.
        assertThat(sites).isEqualTo(3 * 212 + 38);
        assertThat(handlers).isEqualTo(FINDINGS);
    }

    @Test
    void nothing_is_wider_than_a_phone() {
        browser.size(400, 800);
        browser.open(page, "#f-" + MadeUpReport.fingerprint(0));

        assertThat((Long) browser.eval("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(400);
    }

    @Test
    void handlers_and_matrices_are_shown_when_they_are_opened() {
        browser.click("#handlers summary");
        browser.click("#variants summary");

        assertThat(browser.all("#handlers tbody tr")).hasSize(SHOWN_AT_FIRST);
        browser.choose("#handlers [data-facet=fate]", "logged");
        browser.waitUntil(() -> count("#handlers").equals("125 of 250"));
        assertThat(texts("#variants details[open] .cell").stream().sorted(Comparator.naturalOrder()))
                .contains("handled", "missing");
    }
}
