/** Rules on status sites: a bad end whose reason is missing, thrown away, or free text only. */
package org.runincident.rule.status;
