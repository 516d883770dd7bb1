/** {@code catalog.md} and {@code catalog.html}: the failure catalog, for a repository and for a browser. */
package org.runincident.audit.report.catalog;
