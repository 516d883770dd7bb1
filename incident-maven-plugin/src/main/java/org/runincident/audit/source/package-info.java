/** Finding, reading and parsing source files; what cannot be read is a value, never an exception. */
package org.runincident.audit.source;
