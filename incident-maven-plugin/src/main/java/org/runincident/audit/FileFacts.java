package org.runincident.audit;

import java.util.List;
import java.util.Set;
import org.runincident.audit.source.ParseProblem;
import org.runincident.audit.source.SourceFile;
import org.runincident.flow.DeclaredMirror;
import org.runincident.flow.EventGraph;
import org.runincident.rule.allow.Allowance;

/**
 * What is left of a file once it has been read; its syntax tree is gone.
 *
 * @param lines number of lines
 * @param graphs bodies; none when it was not read
 * @param mirrors lists that say whose variants they must hold
 * @param allowances what its authors allow
 * @param problems what stood in the way
 * @param unknownTypes names that nothing explains
 */
record FileFacts(
        SourceFile source,
        Fate fate,
        int lines,
        List<EventGraph> graphs,
        List<DeclaredMirror> mirrors,
        List<Allowance> allowances,
        List<ParseProblem> problems,
        Set<String> unknownTypes) {
    /** What became of a file. */
    enum Fate {
        PARSED,
        /** Holds neither code nor one of the words that matter. */
        FILTERED,
        /** Somebody does not want findings in it; where a program wrote it, its bodies are read all the same. */
        EXCLUDED,
        UNREADABLE
    }

    static FileFacts without(SourceFile source, Fate fate, int lines, List<ParseProblem> problems) {
        return new FileFacts(source, fate, lines, List.of(), List.of(), List.of(), problems, Set.of());
    }
}
