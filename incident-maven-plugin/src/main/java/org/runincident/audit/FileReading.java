package org.runincident.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.runincident.audit.cfg.FileGraphs;
import org.runincident.audit.cfg.MapperStatements;
import org.runincident.audit.source.GeneratedMark;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParseProblem;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.PreFilter;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceText;
import org.runincident.audit.suppress.AllowanceReader;
import org.runincident.audit.types.FileNames;
import org.runincident.audit.types.Members;
import org.runincident.audit.types.MirrorReader;
import org.runincident.audit.types.TypeIndex;
import org.runincident.code.Span;
import org.runincident.flow.EventGraph;

/** Takes the files of one module from bytes to event graphs. Whatever is in a file, the answer is facts. */
final class FileReading {
    private final AuditModule module;
    private final TypeIndex index;
    private final PreFilter filter;
    private final JavaSourceParser parser;

    /** @param filter null to parse every file */
    FileReading(AuditModule module, TypeIndex index, PreFilter filter) {
        this.module = module;
        this.index = index;
        this.filter = filter;
        this.parser = new JavaSourceParser(module.encoding());
    }

    FileFacts read(SourceFile source) {
        if (module.config().excludes(source.file())) {
            return FileFacts.without(source, FileFacts.Fate.EXCLUDED, 0, List.of());
        }
        return read(source, SourceText.read(source, module.encoding()), index::offer);
    }

    /**
     * Reads a text that stands, or stood, in a file that is not excluded.
     *
     * @param parsed takes the syntax tree, if one is made, and its names
     */
    FileFacts read(SourceFile source, SourceText text, BiConsumer<ParsedFile, FileNames> parsed) {
        int lines = text.text().isEmpty()
                ? 0
                : (int) text.text().chars().filter(c -> c == '\n').count() + 1;
        if (text.problems().stream().anyMatch(ParseProblem::whole)) {
            return FileFacts.without(source, FileFacts.Fate.UNREADABLE, lines, text.problems());
        }
        if (filter != null && !filter.matters(text.text())) {
            return FileFacts.without(source, FileFacts.Fate.FILTERED, lines, text.problems());
        }
        List<ParseProblem> problems = new ArrayList<>(text.problems());
        try {
            ParsedFile file = parser.parse(source, text.text());
            problems.addAll(file.problems());
            if (file.isUnread()) {
                return FileFacts.without(source, FileFacts.Fate.UNREADABLE, lines, problems);
            }
            FileNames names = new FileNames(file.unit(), index);
            parsed.accept(file, names);
            List<EventGraph> graphs = FileGraphs.of(file, names, new Members(index), problems::add);
            boolean judged = !GeneratedMark.isOn(text.text(), file.unit());
            return new FileFacts(
                    source,
                    judged ? FileFacts.Fate.PARSED : FileFacts.Fate.EXCLUDED,
                    judged ? lines : 0,
                    graphs,
                    judged ? MirrorReader.read(file, names) : List.of(),
                    judged ? AllowanceReader.read(file) : List.of(),
                    problems,
                    UnknownTypes.in(graphs, index));
        } catch (StackOverflowError | RuntimeException e) {
            // One file that this program cannot cope with must not cost the user all the others.
            problems.add(new ParseProblem(Span.NONE, "this program failed on it: " + firstLine(e), true));
            return FileFacts.without(source, FileFacts.Fate.UNREADABLE, lines, problems);
        }
    }

    /** What stands in an XML file; null when no statement does. */
    FileFacts readMapper(SourceFile source) {
        if (module.config().excludes(source.file())) {
            return null;
        }
        SourceText text = SourceText.read(source, module.encoding());
        if (!MapperStatements.mayBe(text.text())) {
            return null;
        }
        List<EventGraph> graphs = MapperStatements.of(source.path(), text.text(), index);
        int lines = (int) text.text().lines().count();
        return graphs.isEmpty()
                ? null
                : new FileFacts(
                        source, FileFacts.Fate.PARSED, lines, graphs, List.of(), List.of(), List.of(), Set.of());
    }

    private static String firstLine(Throwable problem) {
        return problem.toString().lines().findFirst().orElse("");
    }
}
