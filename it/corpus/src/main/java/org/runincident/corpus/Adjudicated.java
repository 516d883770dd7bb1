package org.runincident.corpus;

/**
 * A finding where no label stands, with a verdict of its own.
 *
 * @param real whether the finding is right
 * @param why the reason
 */
record Adjudicated(String artifact, String path, int line, String rule, boolean real, String why) {
    boolean speaksOf(Artifact audited, Found found) {
        return artifact.equals(audited.toString())
                && path.equals(found.path())
                && line == found.line()
                && rule.equals(found.rule());
    }
}
