package org.runincident.audit;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.ratchet.Identities;
import org.runincident.audit.ratchet.Scope;
import org.runincident.audit.source.ParseProblem;
import org.runincident.audit.source.SourceLines;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.flow.Helpers;
import org.runincident.inventory.Inventory;
import org.runincident.inventory.InventoryBuilder;
import org.runincident.rule.Finding;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.rule.Severity;
import org.runincident.rule.UnreadableSource;
import org.runincident.rule.allow.Allowance;
import org.runincident.rule.allow.Suppressions;
import org.runincident.vocabulary.RuleSettings;

/** Turns the event graphs of one module into its verdicts. */
final class Judgement {
    private final AuditRequest request;
    private final Rules rules;
    private final AuditModule module;
    private final String directory;
    private final SourceLines lines;
    private final Helpers helpers;

    Judgement(
            AuditRequest request,
            Rules rules,
            AuditModule module,
            String directory,
            SourceLines lines,
            Helpers helpers) {
        this.request = request;
        this.rules = rules;
        this.module = module;
        this.directory = directory;
        this.lines = lines;
        this.helpers = helpers;
    }

    /**
     * Judges.
     *
     * @param looked takes the methods whose bodies had a say in what was found elsewhere, from several threads
     */
    Judged of(ModuleProgram program, List<FileFacts> files, Consumer<MethodKey> looked) {
        List<String> problems = new ArrayList<>();
        Inventory inventory = InventoryBuilder.of(
                program,
                module.config().vocabulary(),
                problem -> problems.add(module.name() + ": " + problem),
                helpers,
                looked);
        List<Finding> findings = findings(inventory, unreadable(files));
        Suppressions.Parted parted = new Suppressions(rules).part(findings, allowances(files), this::isOn);
        List<Finding> open = new ArrayList<>(parted.open());
        rules.judgeHouse(parted.problems(), this::severity).stream()
                .filter(this::isCovered)
                .forEach(open::add);
        open.sort(null);
        return new Judged(
                identified(open),
                allowed(parted.allowed()),
                inventory,
                census(files, withoutFolder(problems)),
                unjudged(files),
                members(files));
    }

    /** What the rules say of an inventory, or of some of its items, before anybody allows it; sorted. */
    List<Finding> findings(Inventory inventory, List<UnreadableSource> unreadable) {
        return rules.judge(inventory, unreadable, this::severity).stream()
                .filter(this::isCovered)
                .toList();
    }

    /** @param findings sorted */
    List<Identified> identified(List<Finding> findings) {
        return Identities.of(findings, lines::of, fromModule());
    }

    /** What was judged, now or in an earlier run, as a result of this one. */
    ModuleResult result(Judged judged, Declarations declarations) {
        CompiledPart compiled = CompiledPart.of(module, request.root(), this::severity, helpers);
        List<Finding> besides =
                compiled.findings().stream().filter(this::isCovered).toList();
        List<Identified> findings = new ArrayList<>(judged.findings());
        findings.addAll(Identities.of(besides, lines::of, fromModule()));
        findings.sort(Comparator.comparing(Identified::finding));
        Scope sources = new JudgedScope(module, judged, declarations, this::isOn);
        return new ModuleResult(
                module,
                directory,
                findings,
                judged.allowed(),
                judged.inventory(),
                judged.census()
                        .withProblems(compiled.problems().stream()
                                .map(problem -> module.name() + ": " + problem)
                                .toList()),
                compiled.scope(sources),
                declarations,
                this::severity);
    }

    private UnaryOperator<String> fromModule() {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return path -> path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private List<ModuleResult.Allowed> allowed(List<Suppressions.Allowed> allowed) {
        List<Finding> findings =
                allowed.stream().map(Suppressions.Allowed::finding).toList();
        List<Identified> identified = Identities.of(findings, lines::of, fromModule());
        return IntStream.range(0, allowed.size())
                .mapToObj(i -> new ModuleResult.Allowed(
                        identified.get(i), allowed.get(i).by().because()))
                .toList();
    }

    private static List<Allowance> allowances(List<FileFacts> files) {
        return files.stream().flatMap(file -> file.allowances().stream()).toList();
    }

    private boolean isOn(String rule) {
        return rules.find(rule).filter(found -> severity(found) != null).isPresent();
    }

    private Severity severity(Rule rule) {
        RuleSettings settings = module.config().rule(rule.id());
        if (settings.level().isPresent()) {
            return settings.isOff()
                    ? null
                    : Severity.valueOf(settings.level().get().name());
        }
        boolean on = !rule.info().thorough() || request.rules() == AuditRequest.RuleSet.THOROUGH;
        return on ? rule.info().severity() : null;
    }

    private boolean isCovered(Finding finding) {
        return module.config()
                .covers(finding.rule(), request.root().resolve(finding.at().file()));
    }

    private static List<UnreadableSource> unreadable(List<FileFacts> files) {
        List<UnreadableSource> unreadable = new ArrayList<>();
        for (FileFacts file : files) {
            for (ParseProblem problem : file.problems()) {
                unreadable.add(new UnreadableSource(
                        new Place(file.source().path(), problem.at()), problem.problem(), problem.whole()));
            }
        }
        return unreadable;
    }

    /** A module that has no source folder at all is told of: it may be a slip in the POM. */
    private List<String> withoutFolder(List<String> problems) {
        if (!module.sourceRoots().isEmpty() && module.sourceRoots().stream().noneMatch(Files::isDirectory)) {
            problems.add(module.name() + " has no source folder"
                    + module.sourceRoots().stream()
                            .findFirst()
                            .map(folder -> " (expected "
                                    + request.root()
                                            .relativize(folder.toAbsolutePath().normalize())
                                            .toString()
                                            .replace('\\', '/')
                                    + ")")
                            .orElse(""));
        }
        return problems;
    }

    private static Census census(List<FileFacts> files, List<String> problems) {
        Set<String> unknown = new TreeSet<>();
        int lines = 0;
        int methods = 0;
        for (FileFacts file : files) {
            lines += file.lines();
            methods += file.graphs().size();
            unknown.addAll(file.unknownTypes());
            for (ParseProblem problem : file.problems()) {
                problems.add(new Place(file.source().path(), problem.at()) + ": " + problem.problem());
            }
        }
        return new Census(
                files.size(),
                count(files, FileFacts.Fate.PARSED),
                count(files, FileFacts.Fate.FILTERED),
                count(files, FileFacts.Fate.EXCLUDED),
                count(files, FileFacts.Fate.UNREADABLE),
                lines,
                methods,
                unknown,
                problems);
    }

    private static int count(List<FileFacts> files, FileFacts.Fate fate) {
        return (int) files.stream().filter(file -> file.fate() == fate).count();
    }

    private Set<String> unjudged(List<FileFacts> files) {
        UnaryOperator<String> relative = fromModule();
        Set<String> unjudged = new TreeSet<>();
        for (FileFacts file : files) {
            if (file.fate() == FileFacts.Fate.UNREADABLE || file.fate() == FileFacts.Fate.EXCLUDED) {
                unjudged.add(relative.apply(file.source().path()));
            }
        }
        return unjudged;
    }

    private static Set<String> members(List<FileFacts> files) {
        Set<String> members = new TreeSet<>();
        for (FileFacts file : files) {
            file.graphs().forEach(graph -> members.add(graph.method().key().signature()));
        }
        return members;
    }
}
