package org.runincident.audit.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.audit.cfg.Graphs;
import org.runincident.inventory.ReasonLevel;
import org.runincident.inventory.StatusSite;
import org.runincident.inventory.StatusSites;
import org.runincident.inventory.Step;
import org.runincident.vocabulary.Vocabulary;

/** Places that give a status somebody else decides on. */
class PartSitesTest {

    private static final String TYPES = """
            class Tasks {
                enum Status { RUNNING, COMPLETED, FAILED }
                static class Task {
                    private Status status;
                    private String error;
                    void setStatus(Status status) { this.status = status; }
                    void setError(String error) { this.error = error; }
                }
                static Task load(String id) { return new Task(); }
            """;

    private static List<StatusSite> sites(String members) {
        return StatusSites.of(Graphs.of(TYPES + members + "}"), Vocabulary.defaults());
    }

    private static StatusSite in(String member, List<StatusSite> sites) {
        return sites.stream()
                .filter(site -> site.member().name().equals(member))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_helper_is_shown_and_its_caller_is_charged() {
        List<StatusSite> sites = sites("""
                void end(Task task) { finish(task, Status.FAILED); }
                private void finish(Task task, Status status) { task.setStatus(status); }
                """);

        assertThat(in("finish", sites))
                .returns(ReasonLevel.SILENT, StatusSite::level)
                .returns(false, StatusSite::charged)
                .returns(List.of("FAILED"), StatusSite::constants);
        assertThat(in("end", sites)).returns(true, StatusSite::charged);
    }

    @Test
    void what_is_handed_on_through_a_second_helper_is_known_in_the_last() {
        List<StatusSite> sites = sites("""
                void end(Task task) { finish(task, Status.FAILED); }
                private void finish(Task task, Status status) { write(task, status, "it ended"); }
                private void write(Task task, Status status, String why) { task.setError(why); task.setStatus(status); }
                """);

        assertThat(in("write", sites))
                .returns(ReasonLevel.TEXT, StatusSite::level)
                .returns(List.of("FAILED"), StatusSite::constants);
    }

    @Test
    void a_helper_that_is_handed_only_good_ends_is_no_site() {
        assertThat(sites("""
                        void end(Task task) { finish(task, Status.COMPLETED); }
                        private void finish(Task task, Status status) { task.setStatus(status); }
                        """)).isEmpty();
    }

    @Test
    void the_setter_of_an_object_is_no_site() {
        assertThat(sites("void end(Task task) { task.setStatus(Status.FAILED); }"))
                .extracting(site -> site.member().name())
                .containsExactly("end");
    }

    @Test
    void the_path_of_a_caller_leads_through_the_helper_and_the_advice_names_its_slot() {
        StatusSite end = in("end", sites("""
                void end(String id) { finish(id, Status.FAILED); }
                private void finish(String id, Status status) {
                    Task task = load(id);
                    task.setStatus(status);
                }
                """));

        assertThat(end.path())
                .extracting(Step::text)
                .anyMatch(text -> text.contains("in `finish` status becomes FAILED"));
        assertThat(end.slot()).isEqualTo("error");
    }

    @Test
    void the_constructors_of_an_exception_say_what_it_was_made_with() {
        List<StatusSite> constructors = sites("""
                        static class Ended extends RuntimeException {
                            private final Status status;
                            Ended(String message) { this(message, Status.FAILED); }
                            Ended(String message, Status status) { super(message); this.status = status; }
                        }
                        void end() { throw new Ended("it ended"); }
                        """).stream()
                .filter(site -> site.member().name().equals("<init>"))
                .toList();

        assertThat(constructors)
                .hasSize(2)
                .allSatisfy(site -> assertThat(site)
                        .returns(ReasonLevel.TEXT, StatusSite::level)
                        .returns(StatusSite.Kind.EXCEPTION, StatusSite::kind)
                        .returns(false, StatusSite::charged));
    }
}
