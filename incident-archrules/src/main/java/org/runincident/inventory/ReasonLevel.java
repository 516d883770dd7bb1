package org.runincident.inventory;

/**
 * How well a site says why, over all its paths: the weakest of them.
 *
 * <pre>
 *   STRUCTURED   an exception, a cause, a code, a reason object
 *       |
 *     TEXT       free text only
 *       |
 *    SILENT      nothing on at least one path
 *
 *   UNDECIDED    the analysis cannot tell; never counted as covered
 * </pre>
 */
public enum ReasonLevel {
    STRUCTURED,
    TEXT,
    SILENT,
    UNDECIDED
}
