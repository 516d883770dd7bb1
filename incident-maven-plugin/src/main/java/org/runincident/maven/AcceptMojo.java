package org.runincident.maven;

import java.io.IOException;
import java.time.LocalDate;
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
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.ratchet.RatchetModule;

/** Takes one finding into the baseline, with a reason. */
@Mojo(name = "accept", aggregator = true, threadSafe = true, requiresDependencyResolution = ResolutionScope.NONE)
public class AcceptMojo extends AbstractAuditMojo {
    /** The finding's fingerprint, or the beginning of it. */
    @Parameter(property = "incident.finding", defaultValue = "")
    private String finding;

    /** Why it may stay, in words. */
    @Parameter(property = "incident.because", defaultValue = "")
    private String because;

    @Inject
    public AcceptMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        try {
            if (finding == null || finding.isBlank()) {
                throw new MojoFailureException("Say which finding: " + command()
                        + "accept -Dincident.finding=<fingerprint> -Dincident.because=\"...\". "
                        + "The fingerprints are shown with the findings.");
            }
            List<RatchetModule> modules = ratcheted(audit(session().getProjects()), false).stream()
                    .map(Ratcheted::module)
                    .toList();
            Identified accepted = new BaselineCommands(LocalDate.now()).accept(modules, finding, because);
            getLog().info("Accepted: " + accepted.identity().rule() + " at "
                    + accepted.finding().at() + ". Commit the baseline with the change.");
        } catch (BaselineProblem e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
