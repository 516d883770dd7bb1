package org.runincident.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.source.MapperFiles;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceRoot;
import org.runincident.audit.source.SourceSet;

/**
 * The files of one module.
 *
 * @param audited those that are judged
 * @param generated those that modules downstream see, too, and nobody judges
 * @param tests those that nobody else sees
 * @param mappers XML files in which statements may stand
 */
record ModuleSources(
        AuditModule module,
        List<SourceFile> audited,
        List<SourceFile> generated,
        List<SourceFile> tests,
        List<SourceFile> mappers) {

    static ModuleSources find(Path root, AuditModule module) {
        return new ModuleSources(
                module,
                find(root, module, module.sourceRoots(), true),
                find(root, module, module.generatedRoots(), false),
                find(root, module, module.testRoots(), false),
                MapperFiles.find(root, resources(module), module.name()));
    }

    /** Where mapper files lie: among the resources, or beside the sources. */
    private static List<Path> resources(AuditModule module) {
        List<Path> folders = new ArrayList<>(module.sourceRoots());
        folders.add(module.directory().resolve("src/main/resources"));
        return folders;
    }

    private static List<SourceFile> find(Path root, AuditModule module, List<Path> folders, boolean audited) {
        List<SourceRoot> roots = folders.stream()
                .map(folder -> new SourceRoot(folder, module.name(), audited))
                .toList();
        return SourceSet.find(root, roots);
    }

    List<SourceFile> visibleDownstream() {
        List<SourceFile> files = new ArrayList<>(audited);
        files.addAll(generated);
        return files;
    }

    /** Those of them that hold Java. */
    List<SourceFile> all() {
        List<SourceFile> files = visibleDownstream();
        files.addAll(tests);
        return files;
    }
}
