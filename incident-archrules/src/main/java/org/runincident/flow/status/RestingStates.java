package org.runincident.flow.status;

import java.util.Set;
import org.runincident.code.Declarations;
import org.runincident.code.TypeDeclaration;
import org.runincident.vocabulary.StatusWords;
import org.runincident.vocabulary.Words;

/**
 * How a part of a program rests: what can be disabled, or starts and stops bit by bit and ends neither well nor badly, has not
 * been ended by somebody when it is stopped.
 */
final class RestingStates {

    /** Last words of their constants. */
    private static final Set<String> STOPPED = Set.of("stopped", "stopping");

    private final Declarations declarations;
    private final StatusWords words;

    RestingStates(Declarations declarations, StatusWords words) {
        this.declarations = declarations;
        this.words = words;
    }

    boolean contain(Atom atom) {
        return isStopped(atom.text())
                && declarations
                        .type(atom.type())
                        .filter(type -> type.hasConstant("DISABLED") || isEndless(type))
                        .isPresent();
    }

    private boolean isEndless(TypeDeclaration type) {
        return (type.hasConstant("STARTING") || type.hasConstant("STOPPING"))
                && type.constants().stream()
                        .noneMatch(constant -> words.isGoodEnd(constant.name())
                                || words.isBadEnd(constant.name()) && !isStopped(constant.name()));
    }

    private static boolean isStopped(String constant) {
        return STOPPED.contains(Words.last(constant));
    }
}
