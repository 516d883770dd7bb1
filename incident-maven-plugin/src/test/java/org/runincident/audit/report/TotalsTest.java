package org.runincident.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.report.SampleReport.site;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.audit.report.Report.CoverageEntry;
import org.runincident.audit.report.Report.SiteEntry;

class TotalsTest {
    @Test
    void undecided_sites_are_never_counted_as_covered() {
        CoverageEntry coverage = Totals.coverage(List.of(site("Task", "structured"), site("Task", "undecided")));

        assertThat(coverage.structuredPercent()).isEqualTo(50);
        assertThat(coverage.textPercent()).isEqualTo(50);
        assertThat(coverage.undecided()).isEqualTo(1);
    }

    @Test
    void a_percentage_is_rounded_down_so_that_100_means_all() {
        List<SiteEntry> sites =
                new java.util.ArrayList<>(java.util.Collections.nCopies(2999, site("Task", "structured")));
        sites.add(site("Task", "silent"));

        assertThat(Totals.coverage(sites).structuredPercent()).isEqualTo(99.9);
    }

    @Test
    void the_status_with_most_silent_sites_comes_first() {
        List<CoverageEntry> rows =
                Totals.entities(List.of(site("A", "text"), site("A", "text"), site("B", "silent"), site("C", "text")));

        assertThat(rows).extracting(CoverageEntry::entity).containsExactly("B.status", "A.status", "C.status");
    }
}
