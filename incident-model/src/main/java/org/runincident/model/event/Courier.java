package org.runincident.model.event;

/** Takes notices where they belong. Implemented by applications: mail, chat, a webhook. */
@FunctionalInterface
public interface Courier {
    /**
     * Delivers one notice. It may be called again for a notice that was delivered already, if the process died before the
     * delivery was noted down.
     *
     * @throws Exception if it could not; the notice is offered again later
     */
    @SuppressWarnings("java:S112") // Whatever a mail or chat library throws is fine here.
    void deliver(Notice notice) throws Exception;
}
