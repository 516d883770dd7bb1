/**
 * A failed run in five layers, each its own type: what happened ({@link org.runincident.model.incident.Facts}), why it ended
 * ({@link org.runincident.model.incident.Cause}), where ({@link org.runincident.model.incident.Phase}), what is safe now
 * ({@link org.runincident.model.incident.Recovery}), and what each audience sees of it (in {@code present}).
 * {@link org.runincident.model.incident.RunIncident} holds the first four.
 */
package org.runincident.model.incident;
