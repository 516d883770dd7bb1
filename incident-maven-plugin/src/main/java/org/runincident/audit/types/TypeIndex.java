package org.runincident.audit.types;

import com.github.javaparser.ast.CompilationUnit;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.Outline;
import org.runincident.audit.source.Outline.OutlinedType;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.TreeParts;
import org.runincident.code.Declarations;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;

/**
 * Every type that can be seen: those of the sources, found by a lexical scan and read on demand, and those of class files.
 * Sources win over class files of the same name; of two sources that declare one type, an audited one wins, then the first
 * by path. Safe for several threads.
 */
public final class TypeIndex implements Declarations, Generics.Source, AutoCloseable {
    private final Map<String, Declared> sources = new HashMap<>();
    private final Map<SourceFile, NameScope> scopes = new ConcurrentHashMap<>();
    private final Map<TypeName, List<TypeName>> supertypes = new ConcurrentHashMap<>();
    private final Map<SourceFile, Map<TypeName, ReadType>> read = new ConcurrentHashMap<>();
    private final Map<TypeName, List<TypeDeclaration>> lineages = new ConcurrentHashMap<>();
    private final Map<TypeName, ReadType> local = new ConcurrentHashMap<>();
    private final ThreadLocal<Set<TypeName>> inProgress = ThreadLocal.withInitial(HashSet::new);
    private final DeclarationReader reader = new DeclarationReader();
    private final JavaSourceParser parser;
    private final TypeLibrary library;
    private final ClassPath classes;
    private volatile Map<TypeName, Set<TypeName>> subtypes;

    /** A type among the sources, and the file that declares it. */
    private record Declared(SourceFile file, Outline outline, OutlinedType type) {}

    TypeIndex(TypeLibrary library, SortedMap<SourceFile, Outline> outlines, ClassPath classPath, Charset encoding) {
        this.library = library;
        this.parser = new JavaSourceParser(encoding);
        this.classes = classPath;
        outlines.forEach((file, outline) -> outline.types()
                .forEach(type -> sources.merge(
                        type.name(),
                        new Declared(file, outline, type),
                        (first, second) ->
                                !first.file().audited() && second.file().audited() ? second : first)));
    }

    /**
     * An index that stands alone.
     *
     * @param classPath jars and folders of class files; those of the running JDK are always seen
     */
    public static TypeIndex of(Collection<SourceFile> sources, Collection<Path> classPath) {
        return new TypeLibrary().index("", sources, classPath, null);
    }

    /**
     * Takes the declarations of a file that was parsed for another end, so that it is not parsed again, and its local types,
     * which nothing else tells of.
     */
    public void offer(ParsedFile file) {
        offer(file, new FileNames(file.unit(), this));
    }

    /** @param names those of the file, as this index knows them */
    public void offer(ParsedFile file, FileNames names) {
        if (read.containsKey(file.source()) && declaresOnlyWhatIsIndexed(file.unit(), names)) {
            return;
        }
        List<ReadType> found = reader.types(file.unit(), file.source().path(), names);
        if (file.problems().isEmpty()) {
            read.computeIfAbsent(file.source(), source -> byName(found));
        }
        for (ReadType type : found) {
            TypeName name = type.declaration().name();
            if (!sources.containsKey(name.text())) {
                local.putIfAbsent(name, type);
            }
        }
    }

    private boolean declaresOnlyWhatIsIndexed(CompilationUnit unit, FileNames names) {
        return TreeParts.of(unit).types().stream()
                .allMatch(type -> sources.containsKey(names.nameOf(type).text()));
    }

    @Override
    public Optional<TypeDeclaration> type(TypeName name) {
        return read(name).map(ReadType::declaration);
    }

    /** Remembered: every member that is looked up asks for it. */
    @Override
    public List<TypeDeclaration> lineage(TypeName name) {
        List<TypeDeclaration> found = lineages.get(name);
        if (found == null) {
            found = Declarations.super.lineage(name);
            if (!found.isEmpty()) {
                lineages.put(name, List.copyOf(found));
            }
        }
        return found;
    }

    @Override
    public Generics generics(TypeName type) {
        return read(type).map(ReadType::generics).orElse(Generics.NONE);
    }

    private Optional<ReadType> read(TypeName name) {
        if (!name.resolved()) {
            return Optional.empty();
        }
        Declared declared = sources.get(name.text());
        if (declared != null) {
            return Optional.ofNullable(library.indexOf(declared.file(), this)
                    .declarationsOf(declared.file())
                    .get(name));
        }
        ReadType inBlock = local.get(name);
        return inBlock != null ? Optional.of(inBlock) : classes.type(name);
    }

    private Map<TypeName, ReadType> declarationsOf(SourceFile file) {
        Map<TypeName, ReadType> found = read.get(file);
        return found != null ? found : read.computeIfAbsent(file, this::readDeclarations);
    }

    private Map<TypeName, ReadType> readDeclarations(SourceFile file) {
        ParsedFile parsed = parser.declarations(file);
        return byName(reader.types(parsed.unit(), file.path(), new FileNames(parsed.unit(), this)));
    }

    private static Map<TypeName, ReadType> byName(List<ReadType> types) {
        Map<TypeName, ReadType> byName = new HashMap<>();
        types.forEach(type -> byName.putIfAbsent(type.declaration().name(), type));
        return byName;
    }

    @Override
    public boolean knows(TypeName name) {
        if (!name.resolved()) {
            return false;
        }
        if (sources.containsKey(name.text()) || local.containsKey(name)) {
            return true;
        }
        int dot = name.text().lastIndexOf('.');
        boolean inSource = dot > 0 && sources.containsKey(name.text().substring(0, dot));
        return !inSource && classes.knows(name); // what a source does not nest, its class file does not either
    }

    @Override
    public List<TypeName> supertypes(TypeName name) {
        Declared declared = sources.get(name.text());
        if (declared == null || !name.resolved()) {
            return type(name).map(TypeDeclaration::supertypes).orElse(List.of());
        }
        TypeIndex own = library.indexOf(declared.file(), this);
        return own == this ? supertypes(name, declared) : own.supertypes(name, declared);
    }

    private List<TypeName> supertypes(TypeName name, Declared declared) {
        List<TypeName> found = supertypes.get(name);
        if (found != null) {
            return found;
        }
        if (!inProgress.get().add(name)) {
            return List.of(); // types that inherit their own supertype's name from each other
        }
        try {
            found = resolvedSupertypes(declared);
        } finally {
            inProgress.get().remove(name);
        }
        supertypes.put(name, found);
        return found;
    }

    private List<TypeName> resolvedSupertypes(Declared declared) {
        NameScope scope = scopes.computeIfAbsent(
                declared.file(),
                file -> new NameScope(
                        declared.outline().packageName(), declared.outline().imports(), this));
        List<TypeName> found = new ArrayList<>(
                DeclarationReader.impliedSupertypes(declared.type().kind()));
        for (String written : declared.type().supertypes()) {
            TypeName supertype = scope.typeOrWritten(written, declared.type().outer());
            if (!supertype.equals(TypeName.OBJECT)) {
                found.add(supertype);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public Collection<TypeName> directSubtypes(TypeName name) {
        Map<TypeName, Set<TypeName>> known = subtypes;
        if (known == null) {
            known = invert();
            subtypes = known;
        }
        return known.getOrDefault(name, Set.of());
    }

    private Map<TypeName, Set<TypeName>> invert() {
        Map<TypeName, Set<TypeName>> inverted = new HashMap<>();
        for (String name : sources.keySet()) {
            TypeName type = TypeName.resolved(name);
            supertypes(type)
                    .forEach(above -> inverted.computeIfAbsent(above, a -> new TreeSet<>())
                            .add(type));
        }
        return inverted;
    }

    /** How many source files were read for their declarations so far. */
    public int filesRead() {
        return read.size();
    }

    /** Closes the jars it opened, and those of the indexes it shares them with. */
    @Override
    public void close() {
        library.close();
    }
}
