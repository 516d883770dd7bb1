package org.runincident.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditResult;
import org.runincident.audit.ModuleResult;
import org.runincident.audit.catalog.Cataloguing;
import org.runincident.audit.catalog.FailureCatalog;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.console.CatalogReport;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceRoot;
import org.runincident.audit.source.SourceSet;

/**
 * The failure catalog: every failure code, its message, category and recovery, where it is raised and tested; codes that are
 * raised nowhere or with several messages, and codes that documents name and nobody declares.
 */
@Mojo(name = "catalog", aggregator = true, threadSafe = true, requiresDependencyResolution = ResolutionScope.NONE)
public class CatalogMojo extends AbstractAuditMojo {
    @Inject
    public CatalogMojo(ProjectDependenciesResolver resolver, RepositorySystem repositorySystem) {
        super(resolver, repositorySystem);
    }

    @Override
    void run() throws IOException, MojoFailureException {
        AuditResult result = audit(session().getProjects());
        Report report = result.report();
        FailureCatalog catalog = new Cataloguing(
                        files(result, AuditModule::sourceRoots, true),
                        files(result, AuditModule::testRoots, false),
                        names(result))
                .of(
                        result.root(),
                        result.modules().stream()
                                .flatMap(module -> module.inventory().statusSites().stream())
                                .toList());
        Path reports = Folders.topBuildDirectory(session()).resolve("incident");
        folder(reports).write(catalog, report);
        int width = new Terminal(session()).width();
        CatalogReport.lines(catalog, width).forEach(line -> getLog().info(line));
        getLog().info("");
        getLog().info("All codes: " + typed(reports) + "/catalog.html, catalog.md");
    }

    private static List<SourceFile> files(
            AuditResult result, Function<AuditModule, Collection<Path>> roots, boolean audited) {
        List<SourceRoot> folders = new ArrayList<>();
        for (ModuleResult module : result.modules()) {
            for (Path folder : roots.apply(module.module())) {
                folders.add(new SourceRoot(folder, module.name(), audited));
            }
        }
        return SourceSet.find(result.root(), folders);
    }

    private static Set<String> names(AuditResult result) {
        Set<String> names = new TreeSet<>();
        result.modules()
                .forEach(module -> names.addAll(module.module().config().words().words("failureCodeTypes")));
        return names;
    }
}
