/**
 * What people and machines read: {@link org.runincident.audit.report.Report} is the pure data of an audit, and each format
 * has a package of its own that turns it into text.
 */
package org.runincident.audit.report;
