package org.runincident.audit.source;

import com.github.javaparser.ast.CompilationUnit;
import java.util.List;

/**
 * A file and what was made of it.
 *
 * @param unit never null; without types when nothing could be read
 * @param comments all comments of the file, by position (the syntax tree holds none)
 * @param problems empty when the file was read whole
 */
public record ParsedFile(SourceFile source, CompilationUnit unit, Comments comments, List<ParseProblem> problems) {
    public ParsedFile {
        problems = List.copyOf(problems);
    }

    /** Whether nothing of the file could be read. */
    public boolean isUnread() {
        return problems.stream().anyMatch(ParseProblem::whole);
    }
}
