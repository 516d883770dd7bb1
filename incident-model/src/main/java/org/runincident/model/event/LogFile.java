package org.runincident.model.event;

import java.io.IOException;

/** The few things a log asks of a file; a seam for tests that count, order and fail them. */
interface LogFile extends AutoCloseable {
    long length() throws IOException;

    /** Reads that many bytes from an offset, or fails. */
    byte[] read(long offset, int count) throws IOException;

    /** Writes all the bytes at an offset. */
    void write(long offset, byte[] bytes) throws IOException;

    void truncate(long length) throws IOException;

    /** Returns when everything written so far is on the device. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
