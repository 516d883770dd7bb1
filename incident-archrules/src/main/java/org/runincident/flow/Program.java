package org.runincident.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;

/**
 * Everything one judgement looks at: the bodies, and the declarations around them.
 *
 * <p>{@link #graphs()} holds the bodies of the audited module and, marked by {@link #isAudited}, of what is upstream of
 * it; findings are made for audited ones only.
 */
public interface Program {

    Declarations declarations();

    /** All bodies, sorted by file and position. */
    Collection<EventGraph> graphs();

    /** The body of a method; empty when it is abstract, in a jar, or in a file that was not parsed. */
    Optional<EventGraph> graph(MethodKey method);

    /** Whether findings in that file are wanted. */
    boolean isAudited(String file);

    /** Lists in the audited files that say of themselves whose variants they must hold, by place. */
    default Collection<DeclaredMirror> mirrors() {
        return List.of();
    }
}
