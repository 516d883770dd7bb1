/**
 * House rules a project declares under {@code ratchets} of {@code incident.json}: counts that may only fall, variants that
 * change only with a word, generated files and registries that must be up to date. No command is ever run.
 */
package org.runincident.audit.house;
