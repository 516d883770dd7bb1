/** {@code report.html}: one file to read in a browser, made from templates that escape everything. */
package org.runincident.audit.report.html;
