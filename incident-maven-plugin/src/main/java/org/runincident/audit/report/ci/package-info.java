/** What CI servers read: annotations of GitHub, code quality of GitLab, JUnit's XML for those that only speak that. */
package org.runincident.audit.report.ci;
