/**
 * Words, types and members that mean status, failure, reason, outcome, logger; framework models by shape; and
 * {@code incident.json}, which adds to or takes from them.
 */
package org.runincident.vocabulary;
