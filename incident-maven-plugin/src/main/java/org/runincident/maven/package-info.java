/** The goals: they translate between Maven and the audit, and are the only ones that know Maven. */
package org.runincident.maven;
