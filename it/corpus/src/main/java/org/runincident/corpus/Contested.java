package org.runincident.corpus;

/**
 * A label we are sure is wrong.
 *
 * @param verdict as labelled: a contest of a label that has changed since no longer speaks
 * @param instead the verdict it should have; {@code debatable} leaves the row out
 * @param group for a silent status: the omission it belongs to; empty otherwise
 * @param kind {@code failure} or {@code stop} for a status; empty otherwise
 * @param why the reason
 */
record Contested(
        String artifact,
        Family family,
        String path,
        int line,
        String verdict,
        String instead,
        String group,
        String kind,
        String why) {

    boolean speaksOf(Artifact labelled, Label label) {
        return artifact.equals(labelled.toString())
                && family == label.family()
                && path.equals(label.path())
                && line == label.line()
                && verdict.equals(label.verdict());
    }

    Label corrected(Label label) {
        return instead.equals("debatable")
                ? label.with(label.verdict(), label.group(), label.kind(), "debatable: " + why)
                : label.with(instead, group, kind, why);
    }
}
