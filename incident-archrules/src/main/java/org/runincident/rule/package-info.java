/**
 * The contract of a rule, its discovery and its page. A rule is one class, one page and one fixture folder, all of one
 * name; it gives a verdict over one inventory item. Rules never import each other.
 */
package org.runincident.rule;
