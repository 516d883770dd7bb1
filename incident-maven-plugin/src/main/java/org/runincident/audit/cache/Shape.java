package org.runincident.audit.cache;

/** How values of one type are written and read back. */
interface Shape {
    /** @param value may be null where the type allows it */
    void write(Object value, Output out);

    Object read(Input in);
}
