/** {@code report.md}: short, for a comment on a pull request. */
package org.runincident.audit.report.markdown;
