package org.runincident.maven;

import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.Ratcheted;
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.ratchet.RatchetModule;
import org.runincident.audit.ratchet.Tightening;
import org.runincident.audit.ratchet.Tightening.Tightened;

/** Strikes out what was mended, follows what moved, and settles merge conflicts in baselines. Lets nothing in. */
@Mojo(name = "tighten", aggregator = true, threadSafe = true, requiresDependencyResolution = ResolutionScope.NONE)
public class TightenMojo extends AbstractAuditMojo {
    @Inject
    public TightenMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        try {
            List<RatchetModule> modules = ratcheted(audit(session().getProjects()), true).stream()
                    .map(Ratcheted::module)
                    .toList();
            List<Tightened> done = Tightening.of(modules);
            if (done.isEmpty()) {
                getLog().info("No module has a baseline. To make one: " + command() + "baseline");
            }
            done.forEach(module -> getLog().info(sentence(module)));
        } catch (BaselineProblem e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    private static String sentence(Tightened module) {
        if (!module.written()) {
            return module.file() + ": nothing to do, " + module.held() + " known";
        }
        return module.file() + ": " + module.struck() + " struck out, " + module.followed() + " followed"
                + (module.arrived() == 0 ? "" : ", " + module.arrived() + " from other modules")
                + (module.settled() ? ", merge conflict settled" : "") + "; " + module.held() + " known";
    }
}
