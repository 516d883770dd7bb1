package org.runincident.maven;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.Ratcheted;
import org.runincident.audit.ratchet.BaselineCommands;
import org.runincident.audit.ratchet.BaselineCommands.Taken;
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.report.console.TakenReport;

/** Takes in what is there: freely where a module has no baseline yet, with a reason for what is added later. */
@Mojo(name = "baseline", aggregator = true, threadSafe = true, requiresDependencyResolution = ResolutionScope.NONE)
public class BaselineMojo extends AbstractAuditMojo {
    /** Why it may stay, in words. */
    @Parameter(property = "incident.because", defaultValue = "")
    private String because;

    @Inject
    public BaselineMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        try {
            BaselineCommands commands = new BaselineCommands(LocalDate.now());
            List<Taken> taken = new ArrayList<>();
            for (Ratcheted module : ratcheted(audit(session().getProjects()), false)) {
                taken.add(commands.takeIn(module.module(), because));
            }
            new TakenReport(taken, command()).lines().forEach(line -> getLog().info(line));
        } catch (BaselineProblem e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
