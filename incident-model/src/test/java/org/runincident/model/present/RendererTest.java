package org.runincident.model.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.incident.NextAction;
import org.runincident.model.incident.Recovery;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.incident.Samples;
import org.runincident.model.json.IncidentJson;
import org.runincident.model.policy.DecisionReason;
import org.runincident.model.policy.RecoveryDecision;
import org.runincident.model.present.Presentation.Action;
import org.runincident.model.present.Presentation.Line;
import org.runincident.model.present.Presentation.Section;

class RendererTest {
    private static Presentation presentation(String headline, String text) {
        return new Presentation(
                Audience.USER,
                Presentation.Tone.WARNING,
                "en",
                headline,
                "code",
                "It ended.",
                List.of(new Action(NextAction.RETRY, "Again"), new Action(NextAction.VIEW_REPORT, "Report")),
                List.of(
                        new Section("Open", false, List.of(new Line("Label", text), new Line("", "more"))),
                        new Section("Folded", true, List.of(new Line("A", "b")))));
    }

    @Test
    void text() {
        assertThat(Renderer.text().render(presentation("It broke.", "a\nb\u001b[31m\tc")))
                .isEqualTo("""
                It broke.
                It ended.

                  > Again
                  > Report

                Open
                  Label: a
                    b[31m\tc
                  more

                Folded
                  A: b
                """);
    }

    @Test
    void markdown() {
        assertThat(Renderer.markdown().render(presentation("It *broke*.", "a\nb <c>")))
                .isEqualTo("""
                > **It \\*broke\\*\\.**  \n> It ended\\.

                1. Again
                2. Report

                ### Open

                - **Label:** a b \\<c\\>
                - more

                ### Folded

                - **A:** b
                """);
    }

    @Test
    void markdown_of_an_operators_line_is_escaped_too() {
        Presentation line = new Presentation(
                Audience.OPERATOR,
                null,
                null,
                "run=a_b",
                "code",
                null,
                List.of(new Action(NextAction.RETRY, "Again")),
                null);

        assertThat(Renderer.markdown().render(line)).isEqualTo("run=a\\_b\n");
    }

    @Test
    void html_is_one_page_that_needs_nothing_else() {
        String page = Renderer.html().render(presentation("It broke.", "text"));

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"en\"><head>")
                .endsWith("</html>\n")
                .contains("<header class=\"banner warning\" role=\"alert\"><h1>It broke.</h1>\n<p>It ended.</p>")
                .contains("<ol class=\"actions\"><li data-action=\"retry\">Again</li>")
                .contains("<section><h2>Open</h2>\n<dl><dt>Label</dt>\n<dd>text</dd>\n<dd class=\"more\">more</dd>")
                .contains("<details><summary>Folded</summary>\n<dl><dt>A</dt>")
                .contains("prefers-color-scheme: dark")
                .contains("<title>It broke.</title>")
                .doesNotContain("<script", "http://", "https://", "src=");
        for (String element : List.of("html", "head", "body", "main", "header", "ol", "dl", "section", "details")) {
            assertThat(page.split("<" + element + "[ >]", -1))
                    .as(element)
                    .hasSameSizeAs(page.split("</" + element + ">", -1));
        }
    }

    @Test
    void html_escapes_everything_that_came_from_elsewhere() {
        String bad = "<script>alert('1')</script>&\"\u0000\uD800";
        Presentation presentation = new Presentation(
                Audience.USER,
                null,
                "\"><script>",
                bad,
                bad,
                bad,
                List.of(new Action(NextAction.RETRY, bad)),
                List.of(new Section(bad, true, List.of(new Line(bad, bad), new Line("", bad)))));

        assertThat(Renderer.html().render(presentation))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;\uFFFD\uFFFD")
                .contains("<html lang=\"&quot;&gt;&lt;script&gt;\">");
    }

    @Test
    void html_keeps_line_breaks_and_tabs() {
        assertThat(Renderer.html().render(presentation("a", "1\n\t2 \uD83D\uDE00")))
                .contains("<dd>1\n\t2 \uD83D\uDE00</dd>");
    }

    @Test
    void html_of_an_operators_line_is_that_line() {
        String page = Renderer.html().render(Presenter.standard().present(Samples.full(), Audience.OPERATOR));

        assertThat(page)
                .contains("<p class=\"operator\"><code>run=run-1 status=failed")
                .doesNotContain("<header", "<ol");
    }

    @Test
    void a_failure_is_an_http_problem() {
        ProblemDetails problem = ProblemDetails.of(Samples.full(), Presenter.standard());

        assertThat(IncidentJson.installed().write(problem))
                .isEqualTo(
                        "{\"type\":\"urn:run-incident:code:disk_full\",\"title\":\"The disk is full.\",\"status\":507,"
                                + "\"detail\":\"Chapter 3 could not be written to /data/book.\","
                                + "\"instance\":\"urn:run-incident:run-1-9\",\"code\":\"disk_full\",\"run\":\"run-1\"}");
    }

    @Test
    void a_problem_says_when_to_try_again() {
        Map<RecoveryDecision, Object> waits = Map.of(
                Samples.decisions().get(0), 2L,
                Samples.decisions().get(2), 4L,
                Samples.decisions().get(7), 5L);
        RunIncident plain = Samples.plain("i", FailureReason.of(CommonCode.RATE_LIMITED));
        waits.forEach((decision, seconds) -> {
            RunIncident incident = new RunIncident(
                    1,
                    plain.id(),
                    plain.runId(),
                    plain.at(),
                    plain.status(),
                    plain.facts(),
                    plain.cause(),
                    plain.phase(),
                    new Recovery(decision, List.of(NextAction.WAIT)),
                    null);
            assertThat(ProblemDetails.of(incident, Presenter.standard()).extensions())
                    .containsEntry("retry_after", seconds);
        });
        assertThat(ProblemDetails.of(plain, Presenter.standard()).status()).isEqualTo(429);
        assertThat(plain.recovery().decision().reason()).isEqualTo(DecisionReason.LOW_CONFIDENCE);
    }

    @Test
    void each_kind_of_trouble_has_its_http_status() {
        assertThat(List.of(org.runincident.model.FailureCategory.values()))
                .map(ProblemDetails::status)
                .containsExactly(502, 502, 429, 504, 500, 507, 409, 500, 503, 503, 500, 502, 500, 500);
    }
}
