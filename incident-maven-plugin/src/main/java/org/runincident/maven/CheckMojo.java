package org.runincident.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.AuditResult;
import org.runincident.audit.Ratcheted;
import org.runincident.audit.ratchet.BaselineFile;
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.ratchet.ChangedFiles;
import org.runincident.audit.ratchet.Elsewhere;
import org.runincident.audit.ratchet.GrowthGuard;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.console.BaselineReport;
import org.runincident.audit.report.console.CheckReport;
import org.runincident.audit.report.console.ConsoleOptions;
import org.runincident.audit.source.SourceLines;

/** Fails the build of a module on findings. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.NONE)
public class CheckMojo extends AbstractAuditMojo {
    /** Which findings fail the build: {@code warning} for warnings and errors, {@code error}, or {@code never}. */
    @Parameter(property = "incident.failOn", defaultValue = "warning")
    private String failOn;

    /**
     * What a baseline that holds mended findings means: {@code lenient} for a hint, {@code strict} for a failure. By default
     * strict where the environment variable {@code CI} is set.
     */
    @Parameter(property = "incident.ratchet")
    private String ratchet;

    /** The branch or commit the baseline must not have grown against; by default the upstream branch. */
    @Parameter(property = "incident.base", defaultValue = "")
    private String base;

    /** Judges only findings that touch a file changed since this branch or commit; for projects without a baseline. */
    @Parameter(property = "incident.ratchetFrom", defaultValue = "")
    private String ratchetFrom;

    @Inject
    public CheckMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        FailOn limit = UserValues.oneOf(FailOn.class, "incident.failOn", failOn);
        RatchetMode mode = RatchetMode.of(ratchet);
        AuditResult result = audit(List.of(project()));
        if (result.modules().isEmpty()) {
            getLog().info("No sources to check");
            return;
        }
        try {
            check(result, limit, mode);
        } catch (BaselineProblem e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    private void check(AuditResult result, FailOn limit, RatchetMode mode)
            throws IOException, MojoFailureException, BaselineProblem {
        List<Ratcheted> ratcheted = judged(result);
        Report report = report(result, ratcheted);
        Path reports = write(report, result, Path.of(project().getBuild().getDirectory()));
        if (session().getProjects().size() > 1) {
            writeForBuild(report);
        }
        ConsoleOptions options = console(result, reports);
        CheckReport check = new CheckReport(report, new SourceLines(result.root()), options, limit::fails);
        BaselineReport baseline = new BaselineReport(options, mode == RatchetMode.STRICT);
        check.summary().forEach(line -> getLog().info(line));
        for (Ratcheted module : ratcheted) {
            baseline.add(
                    module.module(),
                    module.hasBaseline() || judgesChanges(),
                    check.failing(),
                    module.comparison(),
                    growth(module));
            baseline.knownElsewhere(Elsewhere.known(module.comparison().fresh(), otherBaselines()));
        }
        baseline.hints().forEach(line -> getLog().info(line));
        check.failures().forEach(line -> getLog().error(line));
        baseline.failures().forEach(line -> getLog().error(line));
        if (check.fails() || baseline.fails()) {
            throw new MojoFailureException(check.fails() ? check.verdict() : baseline.verdict());
        }
    }

    private List<Ratcheted> judged(AuditResult result) throws BaselineProblem {
        List<Ratcheted> all = ratcheted(result, false);
        if (!judgesChanges()) {
            return all;
        }
        ChangedFiles changed = ChangedFiles.since(ratchetFrom.strip(), result.root());
        return all.stream().map(module -> module.judgedBy(changed)).toList();
    }

    private List<BaselineFile> otherBaselines() {
        List<BaselineFile> files = new ArrayList<>();
        for (MavenProject other : ClassPaths.projects(session())) {
            if (other != project()) {
                Path file = other.getBasedir().toPath().resolve(BaselineFile.NAME);
                files.add(new BaselineFile(file, file, typed(file)));
            }
        }
        return files;
    }

    private boolean judgesChanges() {
        return ratchetFrom != null && !ratchetFrom.isBlank();
    }

    private GrowthGuard.Verdict growth(Ratcheted module) throws BaselineProblem {
        return module.hasBaseline()
                ? new GrowthGuard(base == null ? "" : base.strip()).check(module.module())
                : GrowthGuard.Verdict.NOTHING;
    }
}
