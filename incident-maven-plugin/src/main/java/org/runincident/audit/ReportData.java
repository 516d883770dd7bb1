package org.runincident.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.runincident.audit.ratchet.Comparison;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.ratchet.Identity;
import org.runincident.audit.report.Report;
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
import org.runincident.audit.report.Totals;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.FinallyLeap;
import org.runincident.inventory.Inventory;
import org.runincident.inventory.OutcomeConsumer;
import org.runincident.inventory.StatusSite;
import org.runincident.inventory.Step;
import org.runincident.rule.Finding;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;

/** Turns what was found into a report's data. */
final class ReportData {
    private ReportData() {}

    /** @param ratcheted the modules beside their baselines; those left out have none */
    static Report of(AuditResult result, List<Ratcheted> ratcheted) {
        Map<String, Ratcheted> byModule =
                ratcheted.stream().collect(Collectors.toMap(r -> r.result().name(), r -> r));
        List<ModuleEntry> modules = result.modules().stream()
                .map(module -> module(module, Optional.ofNullable(byModule.get(module.name()))))
                .toList();
        List<RuleEntry> rules =
                Rules.all().list().stream().map(ReportData::rule).toList();
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                new Report.Tool("Incident Ratchet", version()),
                Totals.of(modules),
                rules,
                modules);
    }

    private static ModuleEntry module(ModuleResult result, Optional<Ratcheted> ratcheted) {
        List<Identified> findings = ratcheted.map(r -> r.module().findings()).orElse(result.findings());
        Set<Identity> fresh = ratcheted.map(r -> r.comparison().fresh()).orElse(findings).stream()
                .map(Identified::identity)
                .collect(Collectors.toSet());
        Inventory inventory = result.inventory();
        List<SiteEntry> sites =
                inventory.statusSites().stream().map(ReportData::site).toList();
        return new ModuleEntry(
                result.name(),
                result.directory(),
                census(result.census()),
                Totals.coverage(sites),
                ratchet(ratcheted, findings.size()),
                findings.stream()
                        .sorted(Comparator.comparing(Identified::finding))
                        .map(finding -> finding(finding, fresh.contains(finding.identity()) ? "new" : "known"))
                        .toList(),
                result.allowed().stream()
                        .map(allowed -> new AllowedEntry(finding(allowed.finding(), "allowed"), allowed.because()))
                        .toList(),
                sites,
                inventory.handlers().stream().map(ReportData::handler).toList(),
                inventory.finallyLeaps().stream().map(ReportData::leap).toList(),
                inventory.consumers().stream().map(ReportData::consumer).toList(),
                inventory.unresolvedDispatches());
    }

    private static RatchetEntry ratchet(Optional<Ratcheted> ratcheted, int findings) {
        if (ratcheted.isEmpty()) {
            return new RatchetEntry("", findings, 0, List.of());
        }
        Ratcheted module = ratcheted.get();
        return new RatchetEntry(
                module.hasBaseline() ? module.module().file().shown() : "",
                module.comparison().fresh().size(),
                module.module().findings().size() - module.comparison().fresh().size(),
                module.comparison().stale().stream()
                        .map(entry -> new StaleEntry(entry.rule(), entry.file(), entry.member()))
                        .toList(),
                module.comparison().known().stream()
                        .filter(match -> !match.entry().because().isEmpty())
                        .map(ReportData::accepted)
                        .toList(),
                module.trend().points().stream()
                        .map(point -> new DayEntry(point.day().toString(), point.entries()))
                        .toList());
    }

    private static AcceptedEntry accepted(Comparison.Match match) {
        Identified found = match.finding();
        return new AcceptedEntry(
                found.identity().fingerprint(),
                found.finding().rule(),
                place(found.finding().at()),
                match.entry().because(),
                match.entry().on());
    }

    private static RuleEntry rule(Rule rule) {
        return new RuleEntry(
                rule.id(),
                lower(rule.info().family()),
                lower(rule.info().severity()),
                rule.info().thorough(),
                rule.info().summary());
    }

    private static FindingEntry finding(Identified identified, String state) {
        Finding finding = identified.finding();
        return new FindingEntry(
                identified.identity().fingerprint(),
                finding.rule(),
                lower(finding.severity()),
                state,
                place(finding.at()),
                signature(finding.member()),
                finding.message(),
                finding.hint(),
                steps(finding.path()));
    }

    private static SiteEntry site(StatusSite site) {
        return new SiteEntry(
                place(site.at()),
                signature(site.member()),
                site.entity(),
                site.property(),
                nested(site.statusType()),
                site.constants(),
                lower(site.kind()),
                lower(site.end()),
                site.subject(),
                lower(site.level()),
                site.recorded(),
                site.dropped() == null ? "" : site.dropped().expression(),
                site.slot(),
                steps(site.path()));
    }

    private static HandlerEntry handler(ExceptionHandler handler) {
        return new HandlerEntry(
                place(handler.at()),
                signature(handler.member()),
                handler.caught().stream().map(TypeName::toString).toList(),
                handler.broad(),
                lower(handler.fate()),
                handler.rationale(),
                handler.logLevel(),
                handler.callback());
    }

    private static LeapEntry leap(FinallyLeap leap) {
        return new LeapEntry(place(leap.at()), signature(leap.member()), leap.keyword());
    }

    private static ConsumerEntry consumer(OutcomeConsumer consumer) {
        return new ConsumerEntry(
                place(consumer.at()),
                signature(consumer.member()),
                lower(consumer.form()),
                consumer.outcome().text(),
                consumer.named().stream()
                        .map(handled -> new HandledEntry(handled.variant(), lower(handled.treatment())))
                        .toList(),
                consumer.missing(),
                lower(consumer.rest()),
                consumer.restIsExplicit(),
                consumer.rationale());
    }

    private static CensusEntry census(Census census) {
        return new CensusEntry(
                census.files(),
                census.parsed(),
                census.filtered(),
                census.excluded(),
                census.unreadable(),
                census.lines(),
                census.methods(),
                List.copyOf(census.unknownTypes()),
                census.problems());
    }

    private static List<StepEntry> steps(List<Step> path) {
        return path.stream()
                .map(step -> new StepEntry(place(step.at()), step.text()))
                .toList();
    }

    private static PlaceEntry place(Place place) {
        return new PlaceEntry(
                place.file(),
                place.span().line(),
                place.span().column(),
                place.span().endLine(),
                place.span().endColumn());
    }

    private static String signature(MethodKey member) {
        return member == null ? "" : member.signature();
    }

    /** {@code Task.Status} of {@code com.example.Task.Status}: from the first part that looks like a type. */
    private static String nested(TypeName type) {
        String[] parts = type.text().split("\\.");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty() && Character.isUpperCase(parts[i].charAt(0))) {
                return String.join(".", List.of(parts).subList(i, parts.length));
            }
        }
        return type.text();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String version() {
        try (InputStream in = ReportData.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own version cannot be read", e);
        }
    }
}
