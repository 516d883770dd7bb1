package org.runincident.archrules.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Class files on the class path of the running program, the JDK's among them. They are read as files, never loaded. */
public final class LoadedClasses implements ClassFiles {
    private final ClassLoader loader;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    public LoadedClasses(ClassLoader loader) {
        this.loader = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    @Override
    public Optional<byte[]> find(String internalName) {
        if (missing.contains(internalName)) {
            return Optional.empty();
        }
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            if (in != null) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException unreadable) {
            // As good as missing: what it declares stays unknown.
        }
        missing.add(internalName);
        return Optional.empty();
    }
}
