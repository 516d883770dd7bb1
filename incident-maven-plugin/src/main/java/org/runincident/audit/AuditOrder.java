package org.runincident.audit;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.runincident.audit.cache.RecordCodec;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigReader;
import org.runincident.vocabulary.IncidentConfig;

/**
 * A request as plain data that can be handed to another JVM. Paths are absolute.
 *
 * @param modules in the order of the request
 */
record AuditOrder(String root, List<Module> modules, AuditRequest.RuleSet rules, int threads, boolean preFilter) {
    /**
     * A module; what the parts mean stands at {@link AuditModule}.
     *
     * @param encoding empty for none
     * @param config file it is read from; empty for the defaults
     * @param classes empty for none
     */
    record Module(
            String name,
            String directory,
            boolean audited,
            List<String> sourceRoots,
            List<String> generatedRoots,
            List<String> testRoots,
            List<String> classPath,
            String encoding,
            List<String> upstream,
            String config,
            String cache,
            String classes) {
        static Module of(AuditModule module, boolean audited) {
            return new Module(
                    module.name(),
                    text(module.directory()),
                    audited,
                    texts(module.sourceRoots()),
                    texts(module.generatedRoots()),
                    texts(module.testRoots()),
                    texts(module.classPath()),
                    module.encoding() == null ? "" : module.encoding().name(),
                    module.upstream().stream().sorted().toList(),
                    module.config().file().map(Module::text).orElse(""),
                    text(module.cache()),
                    text(module.classes()));
        }

        AuditModule module(ConfigReader configs) {
            return AuditModule.builder(name, Path.of(directory))
                    .audited(audited)
                    .sourceRoots(paths(sourceRoots))
                    .generatedRoots(paths(generatedRoots))
                    .testRoots(paths(testRoots))
                    .classPath(paths(classPath))
                    .encoding(encoding.isEmpty() ? null : Charset.forName(encoding))
                    .upstream(Set.copyOf(upstream))
                    .config(config.isEmpty() ? IncidentConfig.defaults() : configs.read(Path.of(config), config))
                    .cache(path(cache))
                    .classes(path(classes))
                    .build();
        }

        private static String text(Path path) {
            return path == null ? "" : path.toAbsolutePath().toString();
        }

        private static List<String> texts(List<Path> paths) {
            return paths.stream().map(Module::text).toList();
        }

        private static Path path(String text) {
            return text.isEmpty() ? null : Path.of(text);
        }

        private static List<Path> paths(List<String> texts) {
            return texts.stream().map(Path::of).toList();
        }
    }

    /** @param wanted the modules to be judged; the others are only upstream */
    static AuditOrder of(AuditRequest request, Collection<AuditModule> wanted) {
        return new AuditOrder(
                request.root().toString(),
                request.modules().stream()
                        .map(module -> Module.of(module, wanted.contains(module)))
                        .toList(),
                request.rules(),
                request.threads(),
                request.preFilter());
    }

    AuditRequest request() {
        ConfigReader configs =
                new ConfigReader(Rules.all().list().stream().map(Rule::id).toList());
        return new AuditRequest(
                Path.of(root),
                modules.stream().map(module -> module.module(configs)).toList(),
                rules,
                threads,
                preFilter,
                AuditRequest.Fork.OFF);
    }

    byte[] write() {
        return new RecordCodec<>(AuditOrder.class).write(this);
    }

    static AuditOrder read(byte[] bytes) {
        return new RecordCodec<>(AuditOrder.class).read(bytes);
    }
}
