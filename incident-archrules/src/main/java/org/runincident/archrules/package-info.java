/** The rules for those who test their architecture with ArchUnit, on compiled code of any language of the JVM. */
package org.runincident.archrules;
