package org.runincident.flow.status;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.Declarations;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.StatusWords;
import org.runincident.vocabulary.StatusWords.Meaning;
import org.runincident.vocabulary.Words;

/**
 * States that are classes: {@code FailedState}, {@code Broken} under a {@code State}. A class is one when a type above it is
 * named like a status and its own name says how it stands.
 */
final class StateObjects {

    private final Declarations declarations;
    private final StatusWords words;
    private final Map<TypeName, Boolean> states = new ConcurrentHashMap<>();
    private final Map<TypeName, Boolean> roots = new ConcurrentHashMap<>();

    StateObjects(Declarations declarations, StatusWords words) {
        this.declarations = declarations;
        this.words = words;
    }

    /** Whether an object of that type, by being there, means a bad end. */
    boolean isBadEnd(TypeName type) {
        return !type.isUnknown() && states.computeIfAbsent(type, this::judgeState);
    }

    private boolean judgeState(TypeName type) {
        if (!words.isBadEnd(type.simple()) || words.refusesType(type.text())) {
            return false;
        }
        List<TypeDeclaration> lineage = declarations.lineage(type);
        return !lineage.isEmpty()
                && lineage.get(0).kind() != TypeKind.ENUM
                && lineage.stream().skip(1).anyMatch(above -> isRootName(above.name()));
    }

    /** Whether a type is above states, some of them bad ends and some not. */
    boolean isRoot(TypeName type) {
        return !type.isUnknown() && roots.computeIfAbsent(type, this::judgeRoot);
    }

    private boolean judgeRoot(TypeName type) {
        if (!isRootName(type)) {
            return false;
        }
        List<TypeName> below = declarations.allSubtypes(type);
        return below.stream().anyMatch(state -> words.isBadEnd(state.simple()))
                && below.stream().anyMatch(state -> words.meaning(state.simple()) == Meaning.GOOD);
    }

    private boolean isRootName(TypeName type) {
        String last = Words.last(type.simple());
        return words.isStatusName(type.simple()) && !last.equals("result") && !words.refusesType(type.text());
    }
}
