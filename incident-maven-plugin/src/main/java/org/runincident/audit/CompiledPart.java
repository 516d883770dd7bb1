package org.runincident.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.runincident.archrules.bytecode.ClassPath;
import org.runincident.archrules.bytecode.CompiledProgram;
import org.runincident.archrules.bytecode.SourceFiles;
import org.runincident.audit.ratchet.Scope;
import org.runincident.code.Place;
import org.runincident.flow.Helpers;
import org.runincident.inventory.Step;
import org.runincident.rule.Finding;
import org.runincident.rule.Rule;
import org.runincident.rule.Severity;

/**
 * The part of a module that is written in Kotlin, Groovy or Scala, judged by its compiled classes.
 *
 * @param judged whether it was; otherwise there is no such part, or it is not compiled
 * @param findings those nobody allows
 * @param problems what could not be read, a sentence each
 */
record CompiledPart(boolean judged, List<Finding> findings, List<String> problems) {
    private static final Set<String> LANGUAGES = Set.of("kotlin", "groovy", "scala");
    private static final Set<String> SUFFIXES = Set.of(".kt", ".groovy", ".scala");
    private static final CompiledPart NONE = new CompiledPart(false, List.of(), List.of());

    /** Whether a file is one that only its class files are judged of. */
    static boolean isForeign(String file) {
        return SUFFIXES.stream().anyMatch(file::endsWith);
    }

    /** What was judged, where that is known of the sources in Java. */
    Scope scope(Scope sources) {
        return new Scope() {
            @Override
            public boolean judged(String file, String rule) {
                return (judged || !isForeign(file)) && sources.judged(file, rule);
            }

            @Override
            public boolean exists(String member) {
                return sources.exists(member);
            }
        };
    }

    /**
     * Judges the part of a module.
     *
     * @param root folder that reported paths are relative to
     */
    static CompiledPart of(AuditModule module, Path root, Function<Rule, Severity> severities, Helpers helpers) {
        List<Path> sources = sources(module);
        if (module.classes() == null || !Files.isDirectory(module.classes()) || sources.isEmpty()) {
            return NONE;
        }
        try (ClassPath library = new ClassPath(module.classPath())) {
            SourceFiles files = new SourceFiles(sources);
            CompiledProgram program = new CompiledProgram(
                    ClassPath.classesIn(module.classes()), library, files, CompiledPart::isForeign, helpers);
            org.runincident.archrules.Judged judged =
                    org.runincident.archrules.Judged.of(program, module.config().vocabulary(), severities, helpers);
            List<Finding> findings = judged.findings().stream()
                    .map(finding -> located(finding, file -> path(file, files, module, root)))
                    .toList();
            return new CompiledPart(true, findings, judged.problems());
        } catch (IOException unreadable) {
            return new CompiledPart(
                    false, List.of(), List.of("the compiled classes cannot be read: " + unreadable.getMessage()));
        }
    }

    /** Folders with sources in other languages; with those in Java, where both lie in one. */
    private static List<Path> sources(AuditModule module) {
        List<Path> found = new ArrayList<>();
        for (String language : LANGUAGES.stream().sorted().toList()) {
            Path folder = module.directory().resolve("src/main").resolve(language);
            if (Files.isDirectory(folder)) {
                found.add(folder);
            }
        }
        for (Path folder : module.sourceRoots()) {
            if (!found.contains(folder) && holdsForeign(folder)) {
                found.add(folder);
            }
        }
        return found;
    }

    private static boolean holdsForeign(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.find(folder, Integer.MAX_VALUE, (f, a) -> isForeign(f.toString()))) {
            return files.findAny().isPresent();
        } catch (IOException unreadable) {
            // incident:allow DiscardedNarrowException because what cannot be listed holds nothing that could be judged
            return false;
        }
    }

    private static String path(String file, SourceFiles files, AuditModule module, Path root) {
        Path found = files.find(file).orElseGet(() -> module.directory().resolve(file));
        return root.relativize(found.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private static Finding located(Finding finding, Function<String, String> paths) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                located(finding.at(), paths),
                finding.member(),
                finding.message(),
                finding.hint(),
                finding.path().stream()
                        .map(step -> new Step(located(step.at(), paths), step.text()))
                        .toList());
    }

    private static Place located(Place place, Function<String, String> paths) {
        return new Place(paths.apply(place.file()), place.span());
    }
}
