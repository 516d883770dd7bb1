/** {@code report.json}: the report's data as it is. */
package org.runincident.audit.report.json;
