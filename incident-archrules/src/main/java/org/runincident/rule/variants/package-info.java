/** Verdicts over consumers of outcomes: which variants nobody handles, and which a default hides. */
package org.runincident.rule.variants;
