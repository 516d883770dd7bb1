/**
 * What helps to understand an incident beyond its own data: a summary where it is worth one, and past incidents like it. Both
 * are best effort: they add to an incident and never stand in its way.
 */
package org.runincident.model.insight;
