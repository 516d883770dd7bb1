package org.runincident.corpus.beside;

/** Who reports. */
enum Tool {
    OURS,
    PMD
}
