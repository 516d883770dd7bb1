package org.runincident.audit.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.runincident.audit.cfg.Graphs;
import org.runincident.flow.Helpers;
import org.runincident.flow.status.StatusAnalysis;
import org.runincident.inventory.ReasonLevel;
import org.runincident.inventory.StatusSite;
import org.runincident.inventory.StatusSites;
import org.runincident.vocabulary.Vocabulary;

/** How many subjects of a path are followed where methods call each other in circles, and what becomes of the others. */
class FollowedSubjectsTest {

    private static final String NODE = """
            class Nodes {
                enum State { RUNNING, DONE, FAILED }
                static class Node {
                    State state = State.RUNNING;
                    String error;
                    Node left, right, next, other;
                    void setState(State state) { this.state = state; }
                    void setError(String error) { this.error = error; }
                    void failAll() {
                        state = State.FAILED;
                        left.failAll();
                        right.failAll();
                        next.failAll();
                        other.failAll();
                    }
                }
            """;

    /** With four fields three deep there are eighty-five nodes, and each call of the circle can give each a bad end. */
    @Test
    void a_circle_of_calls_links_no_more_subjects_than_are_followed() {
        StatusAnalysis.Found found = StatusAnalysis.of(Graphs.of(NODE + "}"), Vocabulary.defaults(), Helpers.NONE);

        assertThat(found.sites()).hasSizeBetween(50, 4 * 40);
    }

    @Test
    void the_write_itself_is_charged_where_links_of_the_circle_are_let_go() {
        List<StatusSite> charged = StatusSites.of(Graphs.of(NODE + "}"), Vocabulary.defaults()).stream()
                .filter(StatusSite::charged)
                .toList();

        assertThat(charged).extracting(site -> site.at().span().line()).containsExactly(10);
    }

    @Test
    void a_failed_subject_that_is_not_followed_is_undecided() {
        List<StatusSite> sites =
                sitesAfter(40, "node%d.next.left.setState(State.FAILED); node%d.next.left.setError(why);");

        assertThat(sites).hasSize(40);
        assertThat(sites.subList(0, 32)).extracting(StatusSite::level).containsOnly(ReasonLevel.TEXT);
        assertThat(sites.subList(32, 40)).extracting(StatusSite::level).containsOnly(ReasonLevel.UNDECIDED);
    }

    @Test
    void silence_is_not_certain_where_what_a_part_was_told_is_not_followed() {
        List<StatusSite> sites = sitesAfter(40, "node%d.setState(State.FAILED); node%d.next.left.setError(why);");

        assertThat(sites).extracting(StatusSite::level).doesNotContain(ReasonLevel.SILENT);
        assertThat(sites.get(0).level()).isEqualTo(ReasonLevel.TEXT);
        assertThat(sites.get(39).level()).isEqualTo(ReasonLevel.UNDECIDED);
    }

    @Test
    void silence_is_certain_where_nothing_was_told() {
        List<StatusSite> sites = sitesAfter(40, "node%d.setState(State.FAILED);");

        assertThat(sites).hasSize(40).extracting(StatusSite::level).containsOnly(ReasonLevel.SILENT);
    }

    /** Sites of a method that does the same to so many nodes, one after the other. */
    private static List<StatusSite> sitesAfter(int nodes, String statement) {
        String parameters =
                IntStream.range(0, nodes).mapToObj(i -> "Node node" + i).collect(Collectors.joining(", "));
        String body = IntStream.range(0, nodes)
                .mapToObj(i -> statement.replace("%d", "" + i))
                .collect(Collectors.joining("\n"));
        Graphs program = Graphs.of(NODE + "void end(String why, " + parameters + ") {\n" + body + "\n} }");
        return StatusSites.of(program, Vocabulary.defaults()).stream()
                .filter(site -> site.member().name().equals("end"))
                .toList();
    }
}
