package org.example.processor;

/** Asks for a generated {@code Ticket} with a {@code Status}. */
public @interface WithStatus {}
