package org.runincident.audit.fuzz;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.AuditResult;
import org.runincident.audit.ModuleResult;
import org.runincident.audit.fuzz.Mutation.MethodText;
import org.runincident.rule.Family;
import org.runincident.rule.Rules;

/**
 * Damages real sources at random and audits them: nothing may make the audit fail, none may take longer than ten seconds
 * of processor time, and no damage in one method may cost a finding in another.
 *
 * <p>For the last, a damaged copy of a method is added to the file: whatever the others did before they still do. Only
 * findings on exceptions and variants are compared, as a status may well be charged to a new caller.
 */
final class Fuzzer {
    private static final int BATCH = 12;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration HANGS = Duration.ofMinutes(3);
    private static final Set<Family> LOCAL = EnumSet.of(Family.EXCEPTIONS, Family.VARIANTS);
    private static final List<String> CRASHES =
            List.of("this program failed on it", "could not be listed: ", "could not be read: ");

    private final Path folder;
    private final List<String> sources;
    private final Map<String, Set<String>> findings = new HashMap<>();
    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21));
    private final Set<String> local = Rules.all().list().stream()
            .filter(rule -> LOCAL.contains(rule.info().family()))
            .map(rule -> rule.id())
            .collect(Collectors.toSet());

    Fuzzer(Path folder, List<String> sources) {
        this.folder = folder;
        this.sources = sources;
    }

    /**
     * A damaged source.
     *
     * @param original what it was made from, where its findings must still be there; empty where they need not
     */
    record Mutant(String text, String original, String how) {}

    /** Something that must not be. */
    record Failure(Mutant mutant, String what) {}

    /** Runs a batch of damaged sources. */
    List<Failure> batch(Random random) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        while (mutants.size() < BATCH) {
            Mutant mutant = mutant(random);
            if (mutant != null) {
                mutants.add(mutant);
            }
        }
        remember(mutants.stream().map(Mutant::original).toList());
        long before = cpu();
        List<Failure> failures = new ArrayList<>(judge(mutants));
        if (cpu() - before > LONGEST.toNanos()) {
            for (Mutant mutant : mutants) {
                long start = cpu();
                judge(List.of(mutant));
                if (cpu() - start > LONGEST.toNanos()) {
                    failures.add(new Failure(mutant, "took " + Duration.ofNanos(cpu() - start)));
                }
            }
        }
        return failures;
    }

    static int batchSize() {
        return BATCH;
    }

    private Mutant mutant(Random random) {
        String source = sources.get(random.nextInt(sources.size()));
        CompilationUnit unit = parser.parse(source).getResult().orElse(null);
        if (unit == null) {
            return null;
        }
        List<MethodDeclaration> methods = unit.findAll(MethodDeclaration.class).stream()
                .filter(method -> method.getBody()
                        .filter(body -> body.getRange().isPresent() && !body.isEmpty())
                        .isPresent())
                .filter(method -> method.getParentNode()
                        .filter(TypeDeclaration.class::isInstance)
                        .isPresent())
                .toList();
        if (methods.isEmpty()) {
            return null;
        }
        MethodDeclaration method = methods.get(random.nextInt(methods.size()));
        MethodText text = new MethodText(source, method, new SourceOffsets(source));
        Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
        String body = mutation.apply(text, random);
        int end = text.offsets().end(method);
        if (!mutation.isBalanced() || random.nextInt(4) == 0) {
            Node old = method.getBody().orElseThrow();
            return new Mutant(
                    source.substring(0, text.offsets().begin(old)) + body + source.substring(end), "", mutation.name());
        }
        String head = source.substring(
                text.offsets().begin(method),
                text.offsets().begin(method.getBody().orElseThrow()));
        String copy = head.replaceFirst("\\b" + method.getNameAsString() + "\\s*\\(", "fuzzedCopy(") + body;
        return new Mutant(
                source.substring(0, end) + "\n\n    " + copy + "\n" + source.substring(end), source, mutation.name());
    }

    private void remember(List<String> originals) throws IOException {
        List<String> unknown = originals.stream()
                .filter(text -> !text.isEmpty() && !findings.containsKey(text))
                .distinct()
                .toList();
        List<ModuleResult> results = unknown.isEmpty() ? List.of() : audit(unknown);
        for (int i = 0; i < results.size(); i++) {
            findings.put(unknown.get(i), names(results.get(i)));
        }
    }

    private List<Failure> judge(List<Mutant> mutants) throws IOException {
        List<Failure> failures = new ArrayList<>();
        List<ModuleResult> results;
        try {
            results = audit(mutants.stream().map(Mutant::text).toList());
        } catch (IllegalStateException e) {
            if (mutants.size() == 1) {
                return List.of(new Failure(mutants.get(0), "the audit ended: " + e));
            }
            for (Mutant mutant : mutants) {
                failures.addAll(judge(List.of(mutant)));
            }
            return failures;
        }
        for (int i = 0; i < mutants.size(); i++) {
            Mutant mutant = mutants.get(i);
            results.get(i).census().problems().stream()
                    .filter(problem -> CRASHES.stream().anyMatch(problem::contains))
                    .forEach(problem -> failures.add(new Failure(mutant, problem)));
            if (!mutant.original().isEmpty()) {
                Set<String> lost = new TreeSet<>(findings.get(mutant.original()));
                lost.removeAll(names(results.get(i)));
                if (!lost.isEmpty()) {
                    failures.add(new Failure(mutant, "lost " + lost));
                }
            }
        }
        return failures;
    }

    private Set<String> names(ModuleResult result) {
        return result.findings().stream()
                .map(found -> found.identity())
                .filter(identity -> local.contains(identity.rule()))
                .map(identity ->
                        identity.rule() + " in " + identity.member() + ": " + identity.site() + " " + identity.n())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each text as the one file of a module of its own, in one run. */
    private List<ModuleResult> audit(List<String> texts) throws IOException {
        List<AuditModule> modules = new ArrayList<>();
        Map<String, Integer> order = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            String name = String.format("m%03d", i);
            Path root = Files.createDirectories(folder.resolve(name));
            Files.write(root.resolve("File.java"), texts.get(i).getBytes(StandardCharsets.UTF_8));
            modules.add(AuditModule.of(name, root, root));
            order.put(name, i);
        }
        AuditResult result = run(AuditRequest.of(folder, modules).withThreads(1));
        ModuleResult[] results = new ModuleResult[texts.size()];
        result.modules().forEach(module -> results[order.get(module.name())] = module);
        return List.of(results);
    }

    private static AuditResult run(AuditRequest request) {
        FutureTask<AuditResult> audit = new FutureTask<>(() -> Audit.run(request));
        Thread thread = new Thread(audit, "audit");
        thread.setDaemon(true);
        thread.start();
        try {
            return audit.get(HANGS.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new IllegalStateException("it hangs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
