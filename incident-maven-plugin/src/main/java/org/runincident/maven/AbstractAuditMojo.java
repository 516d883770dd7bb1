package org.runincident.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.AuditResult;
import org.runincident.audit.ModuleResult;
import org.runincident.audit.Ratcheted;
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.ReportFolder;
import org.runincident.audit.report.ci.GitHubAnnotations;
import org.runincident.audit.report.console.ConsoleOptions;
import org.runincident.audit.report.sarif.SarifReport;
import org.runincident.audit.source.SourceLines;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigProblem;
import org.runincident.vocabulary.ConfigReader;

/** What all goals that audit have in common: their settings, and the way from a reactor to a result. */
abstract class AbstractAuditMojo extends AbstractMojo {
    private static final int SOME_UNRESOLVED = 3;

    private final ProjectDependenciesResolver resolver;
    private final RepositorySystem repositorySystem;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Skips the goal. */
    @Parameter(property = "incident.skip", defaultValue = "false")
    private boolean skip;

    /** Which rules are on: {@code default}, or {@code thorough} for those marked so as well. */
    @Parameter(property = "incident.rules", defaultValue = "default")
    private String rules;

    /** How many findings are shown in full; the others get a line each. */
    @Parameter(property = "incident.show", defaultValue = "10")
    private String show;

    /** Number of threads; 0 for one per processor. */
    @Parameter(property = "incident.threads", defaultValue = "0")
    private String threads;

    /** Keeps the verdicts below {@code target/incident/cache}; a module that nothing has changed for is not read again. */
    @Parameter(property = "incident.cache", defaultValue = "true")
    private boolean cache;

    /**
     * Whether modules are judged in a JVM of its own, which costs half: {@code auto} where there is enough to read,
     * {@code off}, {@code always}. It gets as much memory as Maven has.
     */
    @Parameter(property = "incident.fork", defaultValue = "auto")
    private String fork;

    /** Shows how long each stage took. */
    @Parameter(property = "incident.timings", defaultValue = "false")
    private boolean timings;

    /** Audits test sources, too. */
    @Parameter(property = "incident.includeTests", defaultValue = "false")
    private boolean includeTests;

    /** Whether sources in other languages (Kotlin, Groovy, Scala) are judged by their compiled classes: {@code auto}, {@code off}. */
    @Parameter(property = "incident.bytecode", defaultValue = "auto")
    private String bytecode;

    /** The folder that reported paths are relative to; found by itself where it is not given. */
    @Parameter(property = "incident.root")
    private File root;

    /** An earlier {@code report.json}, or the folder that holds it, to show how reason coverage has changed since. */
    @Parameter(property = "incident.previous")
    private String previous;

    /** What {@code report.sarif} holds: {@code all} findings, or only {@code new} ones. */
    @Parameter(property = "incident.sarif", defaultValue = "all")
    private String sarif;

    AbstractAuditMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        this.resolver = resolver;
        this.repositorySystem = repositorySystem;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped (incident.skip)");
            return;
        }
        Farewell farewell = new Farewell(getLog()::warn);
        try {
            run();
        } catch (ConfigProblem e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The reports cannot be written; those of an earlier run are as they were: " + e, e);
        } finally {
            farewell.close();
        }
    }

    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    /** Audits some projects of the reactor. */
    final AuditResult audit(Collection<MavenProject> wanted) throws MojoFailureException {
        AuditRequest.RuleSet ruleSet = UserValues.oneOf(AuditRequest.RuleSet.class, "incident.rules", rules);
        int threadCount = UserValues.number("incident.threads", threads, 0, 256);
        AuditRequest.Fork forks = UserValues.oneOf(AuditRequest.Fork.class, "incident.fork", fork);
        Bytecode judged = UserValues.oneOf(Bytecode.class, "incident.bytecode", bytecode);
        Path top = Folders.root(session, project, root);
        ClassPaths classPaths = new ClassPaths(resolver, repositorySystem, session, cache);
        ConfigReader configs =
                new ConfigReader(Rules.all().list().stream().map(Rule::id).toList());
        List<AuditModule> modules = new ReactorModules(
                        ClassPaths.projects(session),
                        classPaths,
                        configs,
                        top,
                        includeTests,
                        cache,
                        judged == Bytecode.AUTO)
                .of(wanted);
        warnOfUnresolved(classPaths.unresolved());
        AuditResult result = run(new AuditRequest(top, modules, ruleSet, threads(threadCount), true, forks));
        result.notes().forEach(getLog()::warn);
        if (timings) {
            result.timings()
                    .forEach((stage, time) ->
                            getLog().info(stage + ": " + seconds(time) + share(time, result.elapsed())));
            result.fork()
                    .ifPresent(cost -> getLog().info("the JVM of its own: " + seconds(cost.processorTime())
                            + " of processor time, " + cost.heap() + " MiB of heap at most"));
        }
        return result;
    }

    private AuditResult run(AuditRequest request) {
        try (ProgressLog progress = new ProgressLog(getLog()::info)) {
            return Audit.run(request, progress);
        }
    }

    private static int threads(int wanted) {
        return wanted > 0 ? wanted : Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    private static String share(Duration time, Duration all) {
        return all.isZero()
                ? ""
                : String.format(java.util.Locale.ROOT, " (%d %%)", 100 * time.toNanos() / all.toNanos());
    }

    private static String seconds(Duration time) {
        return String.format(java.util.Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }

    private void warnOfUnresolved(Set<String> unresolved) {
        if (unresolved.isEmpty()) {
            return;
        }
        List<String> some = unresolved.stream().limit(SOME_UNRESOLVED).toList();
        getLog().warn(unresolved.size() + (unresolved.size() == 1 ? " dependency" : " dependencies")
                + " could not be resolved, so some types stay unknown: " + String.join(", ", some)
                + (unresolved.size() > some.size() ? ", ..." : ""));
    }

    /** The report of a result, beside the earlier one where that was given. */
    final Report report(AuditResult result, List<Ratcheted> ratcheted) throws MojoFailureException {
        Report report = result.report(ratcheted);
        Report earlier = earlier();
        return earlier == null ? report : report.after(earlier);
    }

    private Report earlier() throws MojoFailureException {
        return previous == null
                ? null
                : ReportFiles.read(
                        "incident.previous",
                        Path.of(session.getExecutionRootDirectory()).resolve(previous));
    }

    final ReportFolder folder(Path path) throws MojoFailureException {
        return new ReportFolder(path, UserValues.oneOf(SarifReport.Which.class, "incident.sarif", sarif));
    }

    /**
     * Writes the reports into a folder named {@code incident} below a build directory.
     *
     * @param result what the report is made of
     */
    final Path write(Report report, AuditResult result, Path buildDirectory) throws IOException, MojoFailureException {
        Path folder = buildDirectory.resolve("incident");
        folder(folder).write(report, new SourceLines(Folders.root(session, project, root)), result.basis());
        if (Boolean.parseBoolean(System.getenv("GITHUB_ACTIONS"))) {
            // Commands to the runner: they stand at the beginning of a line, which the log's lines do not.
            GitHubAnnotations.of(report).forEach(System.out::println);
        }
        return folder;
    }

    /** Adds a module's report to the reports of the whole build. */
    final void writeForBuild(Report report) throws IOException, MojoFailureException {
        ReportFolder folder = folder(Folders.topBuildDirectory(session).resolve("incident"));
        BuildReports.of(session).add(report, earlier(), folder, new SourceLines(Folders.root(session, project, root)));
    }

    /**
     * The modules beside their baselines.
     *
     * @param allSides whether a baseline with merge conflicts is read for both sides, or refused
     */
    final List<Ratcheted> ratcheted(AuditResult result, boolean allSides) throws BaselineProblem {
        Map<Path, Path> buildDirectories = new HashMap<>();
        for (MavenProject reactorProject : session.getAllProjects()) {
            buildDirectories.put(
                    reactorProject.getBasedir().toPath().toAbsolutePath().normalize(),
                    Path.of(reactorProject.getBuild().getDirectory()));
        }
        List<Ratcheted> ratcheted = new ArrayList<>();
        for (ModuleResult module : result.modules()) {
            Path directory = module.module().directory().toAbsolutePath().normalize();
            ratcheted.add(Ratcheted.of(
                    module, buildDirectories.getOrDefault(directory, directory.resolve("target")), allSides));
        }
        return ratcheted;
    }

    final ConsoleOptions console(AuditResult result, Path reports) throws MojoFailureException {
        Terminal terminal = new Terminal(session);
        return new ConsoleOptions(
                terminal.ansi(),
                terminal.width(),
                UserValues.number("incident.show", show, 0, Integer.MAX_VALUE),
                command(),
                result.elapsed(),
                typed(reports),
                terminal.bars());
    }

    /** A path as a person in the folder Maven was started in would type it. */
    final String typed(Path path) {
        Path started =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path full = path.toAbsolutePath().normalize();
        return (full.startsWith(started) ? started.relativize(full) : full).toString();
    }

    /** How to call another goal here: by prefix where the POM names the plugin, in full elsewhere. */
    final String command() {
        String key = execution.getGroupId() + ":" + execution.getArtifactId();
        boolean named = project.getPlugin(key) != null;
        return named ? "mvn incident:" : "mvn " + key + ":" + execution.getVersion() + ":";
    }
}
