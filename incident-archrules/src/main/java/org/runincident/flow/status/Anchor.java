package org.runincident.flow.status;

import java.util.List;

/**
 * An object of a method as its caller sees it: where it comes from, and the members that lead to it.
 *
 * @param index of the parameter; for {@link Root#LOADED} of the one it was looked up by, -1 when there is none
 */
record Anchor(Root root, int index, List<String> members) implements Comparable<Anchor> {

    /** Where the path begins. */
    enum Root {
        RECEIVER,
        PARAMETER,
        RESULT,
        /** Something the caller does not hold: looked up, created and stored, found in a field of a static. */
        LOADED
    }

    static final Anchor RECEIVER = new Anchor(Root.RECEIVER, -1, List.of());
    static final Anchor RESULT = new Anchor(Root.RESULT, -1, List.of());

    static Anchor parameter(int index) {
        return new Anchor(Root.PARAMETER, index, List.of());
    }

    static Anchor loadedBy(int index) {
        return new Anchor(Root.LOADED, index, List.of());
    }

    Anchor member(String name) {
        if (root == Root.LOADED) {
            return this;
        }
        List<String> longer = new java.util.ArrayList<>(members);
        longer.add(name);
        return new Anchor(root, index, List.copyOf(longer));
    }

    /** Whether the caller holds the object, and so can still record a reason with it. */
    boolean isCallers() {
        return root != Root.LOADED;
    }

    @Override
    public int compareTo(Anchor other) {
        int byRoot = root.compareTo(other.root);
        if (byRoot != 0) {
            return byRoot;
        }
        int byIndex = Integer.compare(index, other.index);
        return byIndex != 0 ? byIndex : members.toString().compareTo(other.members.toString());
    }
}
