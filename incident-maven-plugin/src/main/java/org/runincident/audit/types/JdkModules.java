package org.runincident.audit.types;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The modules of the running JDK. */
final class JdkModules {
    private JdkModules() {}

    /** The packages an {@code import module} of that name brings in; empty for a module that is not the JDK's. */
    static List<String> packagesOf(String module) {
        Set<String> packages = new TreeSet<>();
        collect(module, packages, new HashSet<>());
        return List.copyOf(packages);
    }

    private static void collect(String module, Set<String> packages, Set<String> seen) {
        Optional<ModuleReference> found = ModuleFinder.ofSystem().find(module);
        if (found.isEmpty() || !seen.add(module)) {
            return;
        }
        ModuleDescriptor descriptor = found.get().descriptor();
        descriptor.exports().stream().filter(e -> !e.isQualified()).forEach(e -> packages.add(e.source()));
        descriptor.requires().stream()
                .filter(r -> r.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE))
                .forEach(r -> collect(r.name(), packages, seen));
    }
}
