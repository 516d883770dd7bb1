package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import java.util.List;

/** Syntax nodes as they stand in the source: their own equality compares whole trees. */
final class Nodes {
    private Nodes() {}

    /** Where a node stands in a list; -1 when it does not. */
    static int indexOf(Node node, List<? extends Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) == node) {
                return i;
            }
        }
        return -1;
    }
}
