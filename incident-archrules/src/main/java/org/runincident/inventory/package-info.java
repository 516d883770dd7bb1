/**
 * What was found, findings or not: every status site with its reason level, every exception handler with what it does,
 * every consumer of an outcome with what happens to each variant. A rule is a verdict over one item of it.
 */
package org.runincident.inventory;
