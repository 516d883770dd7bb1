/** Allowances in the source: what a project's authors say no to, and whether they say why. */
package org.runincident.audit.suppress;
