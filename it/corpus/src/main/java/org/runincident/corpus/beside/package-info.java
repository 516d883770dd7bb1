/** What the audit and PMD report on the same sources, and who is right where they differ. */
package org.runincident.corpus.beside;
