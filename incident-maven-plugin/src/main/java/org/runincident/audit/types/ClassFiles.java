package org.runincident.audit.types;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.runincident.code.TypeName;

/**
 * Jars, folders of class files and the running JDK, each opened once, each class file read once. A jar that cannot be opened
 * holds nothing. Safe for several threads; nothing is loaded.
 */
final class ClassFiles implements AutoCloseable {
    private static final String SUFFIX = ".class";

    private final Map<Path, Holder> holders = new ConcurrentHashMap<>();
    private final Map<ClassFile, Optional<ReadType>> read = new ConcurrentHashMap<>();
    private final Holder jdk = Jdk.open();

    /** Something that holds class files. Packages and files are named with {@code /}. */
    sealed interface Holder {
        Set<String> packages();

        boolean holds(String file) throws IOException;

        byte[] read(String file) throws IOException;
    }

    /** A class file that exists. */
    record ClassFile(Holder holder, String file) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ClassFile that && holder == that.holder && file.equals(that.file);
        }

        /** Of the name alone: that of a holder goes through all its packages. */
        @Override
        public int hashCode() {
            return file.hashCode();
        }
    }

    /** The running JDK. */
    Holder jdk() {
        return jdk;
    }

    /** A jar or folder. */
    Holder holder(Path path) {
        return holders.computeIfAbsent(path, ClassFiles::open);
    }

    private static Holder open(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return Folder.open(path);
            }
            if (Files.isRegularFile(path)) {
                return Jar.open(path);
            }
        } catch (IOException | RuntimeException e) {
            return new Nothing(); // no jar, or a damaged one: its types stay unknown, and the census counts them
        }
        return new Nothing();
    }

    /** What a class file declares; empty when it cannot be read. */
    Optional<ReadType> read(TypeName name, ClassFile file) {
        Optional<ReadType> found = read.get(file);
        return found != null ? found : read.computeIfAbsent(file, f -> declaration(name, f));
    }

    private static Optional<ReadType> declaration(TypeName name, ClassFile file) {
        try {
            return Optional.ofNullable(
                    ClassFileReader.read(name, file.holder().read(file.file()), file.holder() instanceof Jdk));
        } catch (IOException | RuntimeException e) {
            // A damaged class file is as good as none: the type stays unknown, and the census counts it.
            return Optional.empty();
        }
    }

    private static void collectPackage(String file, Set<String> packages) {
        if (file.endsWith(SUFFIX)) {
            int slash = file.lastIndexOf('/');
            packages.add(slash < 0 ? "" : file.substring(0, slash));
        }
    }

    @Override
    public void close() {
        for (Holder holder : holders.values()) {
            if (holder instanceof Jar jar) {
                jar.close();
            }
        }
    }

    private record Nothing() implements Holder {
        @Override
        public Set<String> packages() {
            return Set.of();
        }

        @Override
        public boolean holds(String file) {
            return false;
        }

        @Override
        public byte[] read(String file) throws IOException {
            throw new IOException("nothing is here");
        }
    }

    private record Jar(ZipFile zip, Set<String> packages) implements Holder {
        static Jar open(Path path) throws IOException {
            Set<String> packages = new HashSet<>();
            ZipFile zip = new ZipFile(path.toFile());
            zip.stream().forEach(entry -> collectPackage(entry.getName(), packages));
            return new Jar(zip, packages);
        }

        @Override
        public boolean holds(String file) {
            return zip.getEntry(file) != null;
        }

        @Override
        public byte[] read(String file) throws IOException {
            ZipEntry entry = zip.getEntry(file);
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }

        void close() {
            try {
                zip.close();
            } catch (IOException e) {
                return; // it was only read
            }
        }
    }

    private record Folder(Path path, Set<String> packages) implements Holder {
        static Folder open(Path path) throws IOException {
            Set<String> packages = new HashSet<>();
            try (var files = Files.walk(path)) {
                files.forEach(
                        file -> collectPackage(path.relativize(file).toString().replace('\\', '/'), packages));
            }
            return new Folder(path, packages);
        }

        /** On file systems that do not tell upper from lower case, {@code status.class} is not {@code Status.class}. */
        @Override
        public boolean holds(String file) throws IOException {
            Path found = path.resolve(file);
            return Files.isRegularFile(found)
                    && found.toRealPath().getFileName().equals(found.getFileName());
        }

        @Override
        public byte[] read(String file) throws IOException {
            return Files.readAllBytes(path.resolve(file));
        }
    }

    private record Jdk(Map<String, Path> modules) implements Holder {
        static Holder open() {
            try {
                Map<String, Path> modules = new HashMap<>();
                FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
                for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
                    Path folder = jrt.getPath("/modules", module.descriptor().name());
                    module.descriptor().packages().forEach(name -> modules.put(name.replace('.', '/'), folder));
                }
                return new Jdk(modules);
            } catch (RuntimeException e) {
                return new Nothing(); // a runtime image without a file system: its types stay unknown
            }
        }

        @Override
        public Set<String> packages() {
            return modules.keySet();
        }

        private Path path(String file) {
            return modules.get(file.substring(0, file.lastIndexOf('/'))).resolve(file);
        }

        @Override
        public boolean holds(String file) {
            return Files.exists(path(file));
        }

        @Override
        public byte[] read(String file) throws IOException {
            return Files.readAllBytes(path(file));
        }
    }
}
