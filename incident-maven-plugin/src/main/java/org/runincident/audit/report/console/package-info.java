/** What a person reads in a terminal or a CI log. */
package org.runincident.audit.report.console;
