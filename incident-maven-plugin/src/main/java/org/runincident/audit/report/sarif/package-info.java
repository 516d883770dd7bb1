/** {@code report.sarif}: SARIF 2.1.0, for code-scanning servers and editors. */
package org.runincident.audit.report.sarif;
