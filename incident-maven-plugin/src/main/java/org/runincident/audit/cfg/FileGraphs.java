package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.runincident.audit.source.ParseProblem;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.types.FileNames;
import org.runincident.audit.types.Members;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;

/** The event graphs of all bodies in a file, those of nested, local and anonymous classes included. */
public final class FileGraphs {
    private static final Comparator<EventGraph> ORDER = Comparator.comparing(
                    (EventGraph g) -> g.method().at())
            .thenComparing(g -> g.method().key());

    private final FileContext file;
    private final Consumer<ParseProblem> problems;
    private final List<EventGraph> graphs = new ArrayList<>();

    private FileGraphs(FileContext file, Consumer<ParseProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** As {@link #of(ParsedFile, FileNames, Members, Consumer)}, for callers that do not ask what could not be read. */
    public static List<EventGraph> of(ParsedFile file, FileNames names, Members members) {
        return of(file, names, members, problem -> {});
    }

    /**
     * The graphs of a file, in source order. Never fails: a body that cannot be read is left out.
     *
     * @param problems takes what was left out, and why
     */
    public static List<EventGraph> of(
            ParsedFile file, FileNames names, Members members, Consumer<ParseProblem> problems) {
        FileGraphs reading = new FileGraphs(new FileContext(file, names, members), problems);
        String prefix = file.unit()
                .getPackageDeclaration()
                .map(p -> p.getNameAsString() + ".")
                .orElse("");
        file.unit().getTypes().forEach(t -> reading.enter(t, prefix, null));
        reading.lowerAll();
        reading.graphs.sort(ORDER);
        return List.copyOf(reading.graphs);
    }

    private void enter(TypeDeclaration<?> declared, String prefix, TypeContext outer) {
        TypeName name = TypeName.resolved(prefix + declared.getNameAsString());
        file.enter(new TypeContext(
                name,
                outer,
                declared,
                declared.getMembers(),
                supertypes(declared),
                outer == null ? null : outer.captured(),
                outer != null && outer.local()));
    }

    private List<TypeName> supertypes(Node declared) {
        List<ClassOrInterfaceType> written = new ArrayList<>();
        if (declared instanceof ClassOrInterfaceDeclaration type) {
            written.addAll(type.getExtendedTypes());
            written.addAll(type.getImplementedTypes());
        } else if (declared instanceof EnumDeclaration type) {
            written.addAll(type.getImplementedTypes());
        } else if (declared instanceof RecordDeclaration type) {
            written.addAll(type.getImplementedTypes());
        }
        return written.stream().map(file.names()::resolve).toList();
    }

    private void lowerAll() {
        for (TypeContext type = file.next(); type != null; type = file.next()) {
            TypeContext outer = type;
            for (BodyDeclaration<?> member : type.members()) {
                if (member instanceof TypeDeclaration<?> nested) {
                    enter(nested, type.name().text() + ".", outer);
                }
            }
            if (type.node() instanceof EnumDeclaration declared) {
                declared.getEntries().forEach(c -> enterBody(c, outer));
            }
            new TypeBodies(file, type, graphs::add, problems).lower();
        }
    }

    private void enterBody(EnumConstantDeclaration constant, TypeContext outer) {
        if (!constant.getClassBody().isEmpty()) {
            file.enterLocal(
                    constant,
                    outer,
                    constant.getNameAsString(),
                    "",
                    constant.getClassBody(),
                    List.of(outer.name()),
                    outer.captured());
        }
    }
}
