package org.example;

import org.example.processor.WithStatus;

@WithStatus
public class Desk {
    public void close(Ticket ticket) {
        ticket.setStatus(Ticket.Status.FAILED);
    }
}
