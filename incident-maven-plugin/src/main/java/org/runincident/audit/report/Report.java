package org.runincident.audit.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report as data: what {@code report.json} holds, and what every other format is made from. Depends on the sources alone:
 * no time, no machine, no absolute path. Positions are from 1, paths relative to the audited root with {@code /}.
 *
 * @param format always {@value #FORMAT}
 * @param version of this format; a reader refuses a higher one
 * @param tool what made it
 * @param summary counts over all modules
 * @param rules every rule that could have reported, sorted by id
 * @param modules sorted by directory
 * @param before the same modules in an earlier report; null where none was given
 */
@JsonPropertyOrder({"format", "version", "tool", "summary", "before", "rules", "modules"})
public record Report(
        String format,
        int version,
        Tool tool,
        Summary summary,
        List<RuleEntry> rules,
        List<ModuleEntry> modules,
        @JsonInclude(JsonInclude.Include.NON_NULL) BeforeEntry before) {
    public static final String FORMAT = "incident-report";

    /** The version this program writes, and the highest it reads. */
    public static final int VERSION = 1;

    public Report {
        rules = List.copyOf(rules);
        modules = List.copyOf(modules);
    }

    /** A report that knows of no earlier one. */
    public Report(
            String format, int version, Tool tool, Summary summary, List<RuleEntry> rules, List<ModuleEntry> modules) {
        this(format, version, tool, summary, rules, modules, null);
    }

    /** The same beside an earlier report, of which only the modules count that are here, too. */
    public Report after(Report earlier) {
        Set<String> here = modules.stream().map(ModuleEntry::key).collect(Collectors.toSet());
        List<ModuleEntry> same = earlier.modules().stream()
                .filter(module -> here.contains(module.key()))
                .toList();
        BeforeEntry then = same.isEmpty() ? null : BeforeEntry.of(Totals.of(same));
        return new Report(format, version, tool, summary, rules, modules, then);
    }

    /** What made the report. */
    public record Tool(String name, String version) {}

    /** Counts over all modules. */
    public record Summary(
            int findings,
            int errors,
            int warnings,
            int notes,
            int allowed,
            List<RuleCount> byRule,
            CoverageEntry coverage,
            CoverageEntry requested,
            List<CoverageEntry> entities,
            CensusEntry census) {
        public Summary {
            byRule = List.copyOf(byRule);
            entities = List.copyOf(entities);
        }
    }

    /** What an earlier report counted. */
    public record BeforeEntry(int findings, CoverageEntry coverage) {
        static BeforeEntry of(Summary summary) {
            return new BeforeEntry(summary.findings(), summary.coverage());
        }
    }

    /** How many findings a rule has; only rules that have any are listed, the most frequent first. */
    public record RuleCount(String rule, int findings) {}

    /**
     * A rule.
     *
     * @param severity {@code note}, {@code warning} or {@code error}, as shipped
     * @param summary one clause: what is wrong
     */
    public record RuleEntry(String id, String family, String severity, boolean thorough, String summary) {}

    /**
     * A module.
     *
     * @param name as people know it
     * @param directory its folder; empty for the root
     */
    public record ModuleEntry(
            String name,
            String directory,
            CensusEntry census,
            CoverageEntry coverage,
            RatchetEntry ratchet,
            List<FindingEntry> findings,
            List<AllowedEntry> allowed,
            List<SiteEntry> statusSites,
            List<HandlerEntry> handlers,
            List<LeapEntry> finallyLeaps,
            List<ConsumerEntry> consumers,
            int unresolvedDispatches) {
        public ModuleEntry {
            findings = List.copyOf(findings);
            allowed = List.copyOf(allowed);
            statusSites = List.copyOf(statusSites);
            handlers = List.copyOf(handlers);
            finallyLeaps = List.copyOf(finallyLeaps);
            consumers = List.copyOf(consumers);
        }

        /** What tells it from all other modules. */
        @JsonIgnore
        public String key() {
            return directory + "\n" + name;
        }
    }

    /**
     * The module against its baseline.
     *
     * @param baseline path of the file, relative to the audited root; empty when there is none
     * @param fresh findings it does not hold
     * @param known the other findings: those it holds, and those outside of the change that is judged
     * @param stale what it holds and is mended
     * @param accepted what it holds with a reason, and is still found
     * @param history how many entries it had on each day it changed, oldest first; empty where nobody asked
     */
    public record RatchetEntry(
            String baseline,
            int fresh,
            int known,
            List<StaleEntry> stale,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AcceptedEntry> accepted,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DayEntry> history) {
        public RatchetEntry {
            stale = List.copyOf(stale);
            accepted = List.copyOf(accepted);
            history = List.copyOf(history);
        }

        /** A module with nothing accepted and no history. */
        public RatchetEntry(String baseline, int fresh, int known, List<StaleEntry> stale) {
            this(baseline, fresh, known, stale, List.of(), List.of());
        }
    }

    /** A finding that the baseline holds with a reason; {@code on} is the day it was accepted, ISO. */
    public record AcceptedEntry(String fingerprint, String rule, PlaceEntry at, String because, String on) {}

    /** Entries of a baseline on a day, ISO. */
    public record DayEntry(String day, int entries) {}

    /** A finding that was mended and is not struck out of the baseline yet. */
    public record StaleEntry(String rule, String file, String member) {}

    /** Where something stands; {@code line} 0 means the file as such. */
    public record PlaceEntry(String file, int line, int column, int endLine, int endColumn) {}

    /** One step of a path. */
    public record StepEntry(PlaceEntry at, String text) {}

    /**
     * A finding.
     *
     * @param fingerprint stays the same when lines above change, or the finding's words
     * @param severity {@code note}, {@code warning} or {@code error}, in this run
     * @param state {@code new} or {@code known} against the baseline
     * @param member signature of the enclosing member; empty at file level
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FindingEntry(
            String fingerprint,
            String rule,
            String severity,
            String state,
            PlaceEntry at,
            String member,
            String message,
            String hint,
            List<StepEntry> path) {
        public FindingEntry {
            path = List.copyOf(path);
        }
    }

    /** A finding that the source allows, and why. */
    public record AllowedEntry(FindingEntry finding, String because) {}

    /**
     * Counts of sites that make a status a failure.
     *
     * @param entity {@code Task.status}; empty for totals
     * @param constants number of different failed constants written
     * @param structuredPercent share with a structured reason, one decimal; 100 when there is no site
     * @param textPercent share with at least a text
     */
    public record CoverageEntry(
            String entity,
            String statusType,
            int constants,
            int sites,
            int structured,
            int text,
            int silent,
            int undecided,
            double structuredPercent,
            double textPercent) {}

    /** What was looked at. */
    public record CensusEntry(
            int files,
            int parsed,
            int filtered,
            int excluded,
            int unreadable,
            int lines,
            int methods,
            List<String> unknownTypes,
            List<String> problems) {
        public CensusEntry {
            unknownTypes = List.copyOf(unknownTypes);
            problems = List.copyOf(problems);
        }
    }

    /** A site that makes a status a failure, or ends a run on request; levels and kinds in lower case. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record SiteEntry(
            PlaceEntry at,
            String member,
            String entity,
            String property,
            String statusType,
            List<String> constants,
            String kind,
            String end,
            String subject,
            String level,
            String recorded,
            String dropped,
            String slot,
            List<StepEntry> path) {
        public SiteEntry {
            constants = List.copyOf(constants);
            path = List.copyOf(path);
        }
    }

    /** An exception handler and what it does. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record HandlerEntry(
            PlaceEntry at,
            String member,
            List<String> caught,
            @JsonInclude(JsonInclude.Include.ALWAYS) boolean broad,
            String fate,
            String rationale,
            String logLevel,
            String callback) {
        public HandlerEntry {
            caught = List.copyOf(caught);
        }
    }

    /** A jump out of a {@code finally} block. */
    public record LeapEntry(PlaceEntry at, String member, String keyword) {}

    /** A consumer of an outcome and what happens to each variant. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ConsumerEntry(
            PlaceEntry at,
            String member,
            String form,
            String outcome,
            List<HandledEntry> named,
            List<String> missing,
            String rest,
            @JsonInclude(JsonInclude.Include.ALWAYS) boolean restIsExplicit,
            String rationale) {
        public ConsumerEntry {
            named = List.copyOf(named);
            missing = List.copyOf(missing);
        }
    }

    /** A variant that is named, and what its arm does. */
    public record HandledEntry(String variant, String treatment) {}
}
