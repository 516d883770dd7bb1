package org.runincident.maven;

import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.AuditResult;
import org.runincident.audit.report.console.ConsoleReport;
import org.runincident.audit.source.SourceLines;

/**
 * Looks at all modules and shows their failure paths and findings. Needs no configuration, no compiled classes and no
 * entry in the POM, and never fails a build because of what it finds.
 */
@Mojo(name = "audit", aggregator = true, threadSafe = true, requiresDependencyResolution = ResolutionScope.NONE)
public class AuditMojo extends AbstractAuditMojo {
    @Inject
    public AuditMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        AuditResult result = audit(session().getProjects());
        Path reports = write(result, Folders.topBuildDirectory(session()));
        new ConsoleReport(
                        result.report(),
                        new SourceLines(result.root()),
                        console(result, reports),
                        line -> getLog().info(line))
                .print();
    }
}
