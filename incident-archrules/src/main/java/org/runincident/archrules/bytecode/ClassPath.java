package org.runincident.archrules.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Jars and folders of class files, and behind them the running JDK. What cannot be opened holds nothing. */
public final class ClassPath implements ClassFiles, AutoCloseable {
    private static final String SUFFIX = ".class";

    private final List<Path> folders = new ArrayList<>();
    private final List<ZipFile> jars = new ArrayList<>();
    private final ClassFiles jdk = new LoadedClasses(ClassLoader.getPlatformClassLoader());

    /** @param entries jars and folders; those of one kind are searched in this order, folders first */
    public ClassPath(Collection<Path> entries) {
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                folders.add(entry);
            } else if (Files.isRegularFile(entry)) {
                try {
                    jars.add(new ZipFile(entry.toFile()));
                } catch (IOException damaged) {
                    continue; // its types stay unknown
                }
            }
        }
    }

    /** All class files in a jar or folder, by their names; those for other releases of Java left out. */
    public static List<byte[]> classesIn(Path entry) throws IOException {
        List<byte[]> classes = new ArrayList<>();
        if (Files.isDirectory(entry)) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX))
                        .sorted()
                        .toList()) {
                    classes.add(Files.readAllBytes(file));
                }
            }
        } else if (Files.isRegularFile(entry)) {
            try (ZipFile jar = new ZipFile(entry.toFile())) {
                Enumeration<? extends ZipEntry> all = jar.entries();
                while (all.hasMoreElements()) {
                    ZipEntry file = all.nextElement();
                    if (file.getName().endsWith(SUFFIX) && !file.getName().startsWith("META-INF/")) {
                        try (InputStream in = jar.getInputStream(file)) {
                            classes.add(in.readAllBytes());
                        }
                    }
                }
            }
        }
        return classes;
    }

    @Override
    public Optional<byte[]> find(String internalName) {
        String file = internalName + SUFFIX;
        try {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(file))) {
                    return Optional.of(Files.readAllBytes(folder.resolve(file)));
                }
            }
            for (ZipFile jar : jars) {
                ZipEntry entry = jar.getEntry(file);
                if (entry != null) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        return Optional.of(in.readAllBytes());
                    }
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return jdk.find(internalName);
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                continue; // it was only read
            }
        }
    }
}
