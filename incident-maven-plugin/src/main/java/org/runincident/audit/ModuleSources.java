package org.runincident.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceRoot;
import org.runincident.audit.source.SourceSet;

/**
 * The files of one module.
 *
 * @param audited those that are judged
 * @param generated those that modules downstream see, too, and nobody judges
 * @param tests those that nobody else sees
 */
record ModuleSources(
        AuditModule module, List<SourceFile> audited, List<SourceFile> generated, List<SourceFile> tests) {

    static ModuleSources find(Path root, AuditModule module) {
        return new ModuleSources(
                module,
                find(root, module, module.sourceRoots(), true),
                find(root, module, module.generatedRoots(), false),
                find(root, module, module.testRoots(), false));
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

    List<SourceFile> all() {
        List<SourceFile> files = visibleDownstream();
        files.addAll(tests);
        return files;
    }
}
