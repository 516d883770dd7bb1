package org.runincident.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.AuditResult;
import org.runincident.audit.Ratcheted;
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.console.ConsoleReport;
import org.runincident.audit.report.console.OutcomeView;
import org.runincident.audit.report.console.VocabularyView;
import org.runincident.audit.source.SourceLines;
import org.runincident.vocabulary.Nearest;
import org.runincident.vocabulary.Vocabulary;

/**
 * Looks at all modules and shows their failure paths and findings. Needs no configuration, no compiled classes and no
 * entry in the POM, and never fails a build because of what it finds.
 */
@Mojo(name = "audit", aggregator = true, threadSafe = true, requiresDependencyResolution = ResolutionScope.NONE)
public class AuditMojo extends AbstractAuditMojo {
    /** An outcome: shows who handles it, and what happens there to each of its variants, in place of the findings. */
    @Parameter(property = "incident.outcome")
    private String outcome;

    /** Shows what was taken for a status, a failure and a reason, and why, in place of the findings. */
    @Parameter(property = "incident.explainVocabulary", defaultValue = "false")
    private boolean explainVocabulary;

    @Inject
    public AuditMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        AuditResult result = audit(session().getProjects());
        Report report = report(result, besideBaselines(result));
        Path reports = write(report, result, Folders.topBuildDirectory(session()));
        if (outcome != null) {
            print(new OutcomeView(report, console(result, reports).ansi()));
            return;
        }
        if (explainVocabulary) {
            Vocabulary vocabulary = result.modules().stream()
                    .findFirst()
                    .map(module -> module.module().config().vocabulary())
                    .orElseGet(Vocabulary::defaults);
            new VocabularyView(report, vocabulary).lines().forEach(line -> getLog().info(line));
            return;
        }
        new ConsoleReport(report, new SourceLines(result.root()), console(result, reports), line -> getLog().info(line))
                .print();
    }

    private void print(OutcomeView view) throws MojoFailureException {
        List<String> lines = view.lines(outcome);
        if (lines.isEmpty()) {
            throw new MojoFailureException("Nobody handles an outcome called \"" + outcome + "\" (incident.outcome)"
                    + Nearest.to(outcome, view.names())
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse("."));
        }
        lines.forEach(line -> getLog().info(line));
    }

    /** A baseline that cannot be used is no reason to show nothing: the audit says so and takes every finding for new. */
    private List<Ratcheted> besideBaselines(AuditResult result) {
        try {
            return ratcheted(result, true).stream().map(Ratcheted::withTrend).toList();
        } catch (BaselineProblem e) {
            getLog().warn(e.getMessage());
            getLog().debug(e);
            return List.of();
        }
    }
}
