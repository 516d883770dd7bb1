package org.runincident.archrules;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * The jars that files are read from, each opened once. The JDK would open a jar for each file, or keep it open for as long as the
 * program runs.
 */
final class OpenJars implements AutoCloseable {
    private final Map<URL, JarFile> open = new HashMap<>();

    /** What a file holds, in a jar or anywhere else. */
    byte[] bytes(URI file) throws IOException {
        URLConnection connection = file.toURL().openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection inJar) {
            JarFile jar = open.get(inJar.getJarFileURL());
            if (jar == null) {
                jar = inJar.getJarFile();
                open.put(inJar.getJarFileURL(), jar);
            }
            try (InputStream in = jar.getInputStream(jar.getEntry(inJar.getEntryName()))) {
                return in.readAllBytes();
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        for (JarFile jar : open.values()) {
            try {
                jar.close();
            } catch (IOException e) {
                continue; // it was only read
            }
        }
    }
}
