/**
 * What happened, in order and kept: the {@link org.runincident.model.event.EventLog} in memory or on disk, and the
 * {@link org.runincident.model.event.Outbox} for telling others about it.
 */
package org.runincident.model.event;
