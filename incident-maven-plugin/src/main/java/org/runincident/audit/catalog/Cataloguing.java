package org.runincident.audit.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.runincident.audit.catalog.FailureCatalog.Entry;
import org.runincident.audit.catalog.FailureCatalog.Raise;
import org.runincident.audit.house.ProjectFiles;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceText;
import org.runincident.inventory.StatusSite;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureCode;

/** Puts the catalog of a project together. */
public final class Cataloguing {
    private static final List<String> LEVELS = List.of("silent", "undecided", "text", "structured");

    private final List<SourceFile> sources;
    private final List<SourceFile> tests;
    private final Set<String> names;

    /**
     * @param sources main sources of all modules
     * @param tests their tests
     * @param names last words of types whose constants are codes
     */
    public Cataloguing(List<SourceFile> sources, List<SourceFile> tests, Set<String> names) {
        this.sources = List.copyOf(sources);
        this.tests = List.copyOf(tests);
        this.names = Set.copyOf(names);
    }

    /**
     * The catalog.
     *
     * @param root folder below which documents are looked for
     * @param sites the statuses of the same sources
     */
    public FailureCatalog of(Path root, Collection<StatusSite> sites) throws IOException {
        List<DeclaredCode> codes = declared();
        codes.addAll(common());
        Map<DeclaredCode, List<Raise>> raised = new HashMap<>();
        for (CodeUses.Use use : uses(sources, codes)) {
            if (use.raise() != null) {
                raised.computeIfAbsent(use.code(), code -> new ArrayList<>()).add(use.raise());
            }
        }
        Map<DeclaredCode, Integer> tested = new HashMap<>();
        uses(tests, codes).forEach(use -> tested.merge(use.code(), 1, Integer::sum));
        Documents documents = documents(root, codes);
        Map<String, Set<String>> statuses = statuses(sites);
        List<Entry> entries = new ArrayList<>();
        for (DeclaredCode code : codes) {
            List<Raise> places = raised.getOrDefault(code, List.of());
            if (code.at() != null || !places.isEmpty()) {
                List<Raise> sorted = new ArrayList<>(places);
                sorted.sort(Comparator.comparing(Raise::at));
                entries.add(new Entry(
                        code,
                        sorted,
                        tested.getOrDefault(code, 0),
                        documents.of(code),
                        statuses.getOrDefault(code.label(), Set.of()).stream()
                                .sorted(Comparator.comparingInt(LEVELS::indexOf))
                                .toList()));
            }
        }
        return new FailureCatalog(entries, documents.undeclared());
    }

    private List<DeclaredCode> declared() {
        CodeDeclarations declarations = new CodeDeclarations(names);
        Pattern header = Pattern.compile(
                "\\b(?:enum|class|interface)\\s[^{]*(?:" + String.join("|", new TreeSet<>(names)) + ")\\b",
                Pattern.MULTILINE);
        JavaSourceParser parser = new JavaSourceParser();
        Map<String, List<DeclaredCode>> byType = new LinkedHashMap<>();
        for (SourceFile source : sources) {
            String text = SourceText.read(source, null).text();
            if (header.matcher(text).find()) {
                declarations
                        .in(parser.parse(source, text))
                        .forEach(code -> byType.computeIfAbsent(code.type(), type -> new ArrayList<>())
                                .add(code));
            }
        }
        List<DeclaredCode> codes = new ArrayList<>();
        byType.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(type -> codes.addAll(type.getValue()));
        return codes;
    }

    /** The codes of the model, for projects that raise them. */
    private static List<DeclaredCode> common() {
        return Arrays.stream(CommonCode.values()).map(Cataloguing::common).toList();
    }

    private static DeclaredCode common(FailureCode code) {
        return new DeclaredCode(
                CommonCode.class.getName(),
                CommonCode.class.getSimpleName(),
                code.name(),
                code.code(),
                code.message(),
                code.category().name(),
                code.permanence().name().toLowerCase(Locale.ROOT),
                "",
                null);
    }

    private static List<CodeUses.Use> uses(List<SourceFile> files, List<DeclaredCode> codes) {
        Set<String> names = new HashSet<>();
        codes.forEach(code -> names.add(code.name()));
        CodeUses uses = new CodeUses(codes);
        JavaSourceParser parser = new JavaSourceParser();
        List<CodeUses.Use> found = new ArrayList<>();
        for (SourceFile file : files) {
            String text = SourceText.read(file, null).text();
            if (names.stream().anyMatch(text::contains)) {
                found.addAll(uses.in(parser.parse(file, text)));
            }
        }
        return found;
    }

    private static Documents documents(Path root, List<DeclaredCode> codes) throws IOException {
        Documents documents = new Documents(codes);
        ProjectFiles files = new ProjectFiles(root);
        for (Path file : files.all()) {
            String name = ProjectFiles.name(file);
            if (name.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown|adoc)")) {
                files.text(file).ifPresent(text -> documents.read(name, text));
            }
        }
        return documents;
    }

    /** Levels of the statuses that record a code, by its label. */
    private static Map<String, Set<String>> statuses(Collection<StatusSite> sites) {
        Map<String, Set<String>> levels = new HashMap<>();
        for (StatusSite site : sites) {
            for (String recorded : site.recorded().split(" \\| ")) {
                levels.computeIfAbsent(recorded.strip(), code -> new TreeSet<>())
                        .add(site.level().name().toLowerCase(Locale.ROOT));
            }
        }
        return levels;
    }
}
