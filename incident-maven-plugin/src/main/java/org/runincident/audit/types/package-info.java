/** Names, types and members: an index of declarations from sources and class files, and a light resolver over it. */
package org.runincident.audit.types;
