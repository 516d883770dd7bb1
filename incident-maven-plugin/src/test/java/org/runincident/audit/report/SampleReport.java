package org.runincident.audit.report;

import java.util.List;
import org.runincident.audit.report.Report.AcceptedEntry;
import org.runincident.audit.report.Report.AllowedEntry;
import org.runincident.audit.report.Report.CensusEntry;
import org.runincident.audit.report.Report.ConsumerEntry;
import org.runincident.audit.report.Report.DayEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.HandledEntry;
import org.runincident.audit.report.Report.HandlerEntry;
import org.runincident.audit.report.Report.LeapEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.RatchetEntry;
import org.runincident.audit.report.Report.RuleEntry;
import org.runincident.audit.report.Report.SiteEntry;
import org.runincident.audit.report.Report.StaleEntry;
import org.runincident.audit.report.Report.StepEntry;

/** Small reports for the tests of the formats. */
public final class SampleReport {
    public static final String FILE = "src/main/java/org/example/Worker.java";

    private SampleReport() {}

    /** One module with one of everything. */
    public static Report oneOfEverything() {
        return of(module(
                "jobs",
                "",
                List.of(silentFailure(), swallowed()),
                List.of(site("Task", "silent"), site("Task", "structured"), site("Job", "text"))));
    }

    /** A module with one new finding, and one that its baseline holds with a reason. */
    public static Report baselined() {
        ModuleEntry all = oneOfEverything().modules().get(0);
        FindingEntry swallowed = swallowed();
        FindingEntry known = new FindingEntry(
                swallowed.fingerprint(),
                swallowed.rule(),
                swallowed.severity(),
                "known",
                swallowed.at(),
                swallowed.member(),
                swallowed.message(),
                swallowed.hint(),
                swallowed.path());
        RatchetEntry ratchet = new RatchetEntry(
                "incident-baseline.json",
                1,
                1,
                List.of(new StaleEntry("SwallowedException", FILE, "org.example.Worker#open()")),
                List.of(new AcceptedEntry(
                        known.fingerprint(), known.rule(), known.at(), "nobody waits for it", "2026-11-20")),
                List.of(new DayEntry("2026-03-02", 3), new DayEntry("2026-07-10", 2), new DayEntry("2026-11-20", 1)));
        return of(new ModuleEntry(
                all.name(),
                all.directory(),
                all.census(),
                all.coverage(),
                ratchet,
                List.of(silentFailure(), known),
                all.allowed(),
                all.statusSites(),
                all.handlers(),
                all.finallyLeaps(),
                all.consumers(),
                all.unresolvedDispatches()));
    }

    public static Report of(ModuleEntry... modules) {
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                new Report.Tool("Incident Ratchet", "1.2.3"),
                Totals.of(List.of(modules)),
                List.of(
                        new RuleEntry(
                                "FailureWithoutReason",
                                "status",
                                "error",
                                false,
                                "a status becomes a failure and nothing says why"),
                        new RuleEntry(
                                "SwallowedException",
                                "exceptions",
                                "error",
                                false,
                                "an exception is dropped silently")),
                List.of(modules));
    }

    public static ModuleEntry module(
            String name, String directory, List<FindingEntry> findings, List<SiteEntry> sites) {
        return new ModuleEntry(
                name,
                directory,
                new CensusEntry(3, 2, 1, 0, 0, 120, 9, List.of("Missing"), List.of()),
                Totals.coverage(sites),
                new Report.RatchetEntry("", 0, 0, List.of()),
                findings,
                List.of(new AllowedEntry(swallowed(), "the probe is best effort")),
                sites,
                List.of(new HandlerEntry(
                        at(12, 9),
                        "org.example.Worker#run()",
                        List.of("java.lang.Exception"),
                        true,
                        "dropped",
                        "",
                        "",
                        "")),
                List.of(new LeapEntry(at(20, 9), "org.example.Worker#run()", "return")),
                List.of(new ConsumerEntry(
                        at(30, 9),
                        "org.example.Worker#show()",
                        "switch_statement",
                        "org.example.Status",
                        List.of(new HandledEntry("DONE", "works")),
                        List.of("FAILED"),
                        "nothing",
                        false,
                        "")),
                1);
    }

    public static FindingEntry silentFailure() {
        return new FindingEntry(
                "0123456789abcdef",
                "FailureWithoutReason",
                "error",
                "new",
                at(4, 9),
                "org.example.Worker#run(Task)",
                "This task becomes FAILED, and nothing says why.",
                "Set the reason before line 6.",
                List.of(
                        new StepEntry(at(4, 9), "status becomes FAILED on `task`"),
                        new StepEntry(at(6, 9), "`task` leaves here")));
    }

    public static FindingEntry swallowed() {
        return new FindingEntry(
                "fedcba9876543210",
                "SwallowedException",
                "error",
                "new",
                at(8, 11),
                "org.example.Worker#close()",
                "`e` is dropped.",
                "Log it with the task's id.",
                List.of(new StepEntry(at(8, 11), "never used")));
    }

    public static SiteEntry site(String entity, String level) {
        return new SiteEntry(
                at(4, 9),
                "org.example.Worker#run(Task)",
                entity,
                "status",
                entity + ".Status",
                List.of("FAILED"),
                "setter",
                "failure",
                "task",
                level,
                "",
                "",
                "setReason",
                List.of(new StepEntry(at(4, 9), "status becomes FAILED on `task`")));
    }

    public static PlaceEntry at(int line, int column) {
        return new PlaceEntry(FILE, line, column, line, column + 9);
    }
}
