/**
 * What is already there, and that it may only shrink: the baseline file, its entries, and the comparison of entries with
 * findings. Comparison is pure; storage, comparison and printing are apart.
 */
package org.runincident.audit.ratchet;
