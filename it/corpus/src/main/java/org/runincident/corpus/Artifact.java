package org.runincident.corpus;

/** Published sources by their Maven coordinates; {@code toString} is how lists and reports name them. */
record Artifact(String groupId, String artifactId, String version) {

    /** Reads the name of a label file, {@code <groupId>__<artifactId>__<version>.csv}. */
    static Artifact ofLabelFile(String fileName) {
        String[] parts = fileName.replaceFirst("\\.csv$", "").split("__", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(fileName + " is not named <groupId>__<artifactId>__<version>.csv");
        }
        return new Artifact(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return artifactId + ":" + version;
    }
}
