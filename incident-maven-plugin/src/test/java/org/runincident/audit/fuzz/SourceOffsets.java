package org.runincident.audit.fuzz;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** Turns lines and columns of a text into offsets. */
final class SourceOffsets {
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    SourceOffsets(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lineStarts.add(i + 1);
            }
        }
    }

    int begin(Node node) {
        return offset(node.getBegin().orElseThrow());
    }

    /** Behind the node's last character. */
    int end(Node node) {
        return offset(node.getEnd().orElseThrow()) + 1;
    }

    private int offset(Position position) {
        return lineStarts.get(position.line - 1) + position.column - 1;
    }
}
