package org.runincident.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.types.TypeIndex;
import org.runincident.audit.types.TypeLibrary;
import org.runincident.code.Declarations;

/** The modules of a request with their files. */
final class Reactor {
    private final AuditRequest request;
    private final List<ModuleSources> modules;
    private final Map<String, ModuleSources> byName = new HashMap<>();

    private Reactor(AuditRequest request, List<ModuleSources> modules) {
        this.request = request;
        this.modules = modules;
        modules.forEach(module -> byName.put(module.module().name(), module));
    }

    static Reactor find(AuditRequest request, Workers workers) {
        List<AuditModule> modules = new ArrayList<>(request.modules());
        modules.sort(Comparator.comparing((AuditModule module) -> directory(request, module))
                .thenComparing(AuditModule::name));
        return new Reactor(request, workers.map(modules, module -> ModuleSources.find(request.root(), module)));
    }

    AuditRequest request() {
        return request;
    }

    /** All of them, sorted by directory. */
    List<ModuleSources> modules() {
        return modules;
    }

    /** The files of a module. */
    ModuleSources sources(AuditModule module) {
        return byName.get(module.name());
    }

    /** Those upstream of a module, sorted by name. */
    List<ModuleSources> upstream(AuditModule module) {
        return new TreeSet<>(module.upstream())
                .stream().filter(byName::containsKey).map(byName::get).toList();
    }

    /** Some modules and all upstream of them, in the order of {@link #modules()}. */
    List<ModuleSources> withUpstream(Collection<AuditModule> some) {
        TreeSet<String> names = new TreeSet<>();
        some.forEach(module -> {
            names.add(module.name());
            names.addAll(module.upstream());
        });
        return modules.stream()
                .filter(module -> names.contains(module.module().name()))
                .toList();
    }

    /** Relative to the audited root, with {@code /}; empty for the root itself. */
    String directory(AuditModule module) {
        return directory(request, module);
    }

    private static String directory(AuditRequest request, AuditModule module) {
        return request.root()
                .relativize(module.directory().toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /** Makes the index of what a module sees. */
    TypeIndex index(AuditModule module, TypeLibrary library) {
        List<SourceFile> files = new ArrayList<>(byName.get(module.name()).all());
        upstream(module).forEach(other -> files.addAll(other.visibleDownstream()));
        return library.index(module.name(), files, module.classPath(), module.encoding());
    }

    /** What a module sees, read when somebody asks. */
    Declarations declarations(AuditModule module) {
        return new LateDeclarations(() -> {
            TypeLibrary library = new TypeLibrary();
            upstream(module).forEach(other -> index(other.module(), library));
            return index(module, library);
        });
    }
}
