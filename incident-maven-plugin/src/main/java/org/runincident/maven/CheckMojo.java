package org.runincident.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.AuditResult;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.console.CheckReport;
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

    @Inject
    public CheckMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        FailOn limit = UserValues.oneOf(FailOn.class, "incident.failOn", failOn);
        AuditResult result = audit(List.of(project()));
        if (result.modules().isEmpty()) {
            getLog().info("No sources to check");
            return;
        }
        Report report = result.report();
        Path reports = write(result, Path.of(project().getBuild().getDirectory()));
        CheckReport check =
                new CheckReport(report, new SourceLines(result.root()), console(result, reports), limit::fails);
        check.summary().forEach(line -> getLog().info(line));
        check.failures().forEach(line -> getLog().error(line));
        if (check.fails()) {
            throw new MojoFailureException(check.verdict());
        }
    }
}
