/** A part of this program in a JVM of its own: started, handed its order, heard, and ended with the one that started it. */
package org.runincident.audit.fork;
