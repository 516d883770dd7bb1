package org.runincident.model.event;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * A log file on disk. Not a FileChannel: an interrupt closes a channel that is being written, and the thread of a run that
 * is being cancelled is interrupted just when it records why.
 */
final class RandomAccessLogFile implements LogFile {
    private final RandomAccessFile file;

    RandomAccessLogFile(File path) throws IOException {
        this.file = new RandomAccessFile(path, "rw");
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
        file.seek(offset);
        file.write(bytes);
    }

    @Override
    public void truncate(long length) throws IOException {
        file.setLength(length);
    }

    @Override
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
