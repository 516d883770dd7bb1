package org.runincident.audit.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.types.Sources.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.source.SourceFile;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;

class TypeLibraryTest {
    @TempDir
    private Path folder;

    private SourceFile file(String module, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(module + ".java"), text);
        return new SourceFile(module + ".java", file, module, true);
    }

    private Path jarOf(Class<?>... classes) throws IOException {
        Path jar = folder.resolve("some.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> one : classes) {
                String name = one.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                try (InputStream in = one.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }

    @Test
    void a_source_means_what_its_own_module_sees() throws IOException {
        SourceFile up = file("up", "package p; public class A extends B.Gone { B b; }");
        SourceFile down = file("down", "package p; public class B { public static class Gone {} }");
        try (TypeLibrary library = new TypeLibrary()) {
            library.index("up", List.of(up), List.of(), null);
            TypeIndex index = library.index("down", List.of(up, down), List.of(), null);
            TypeDeclaration a = index.type(type("p.A")).orElseThrow();
            assertThat(a.field("b").orElseThrow().type()).isEqualTo(TypeName.written("B"));
            assertThat(index.supertypes(type("p.A"))).isEqualTo(a.supertypes());
        }
    }

    @Test
    void types_of_jars_and_folders_are_read_on_demand() throws IOException {
        Path jar = jarOf(TypeName.class, org.runincident.flow.Dispatch.Label.class);
        try (TypeLibrary library = new TypeLibrary()) {
            TypeIndex index = library.index("m", List.of(), List.of(folder.resolve("none"), jar), null);
            TypeDeclaration name = index.type(type(TypeName.class.getName())).orElseThrow();
            assertThat(name.components()).extracting(c -> c.name()).containsExactly("text", "resolved");
            assertThat(name.methods())
                    .filteredOn(m -> m.name().equals("written"))
                    .singleElement()
                    .satisfies(m -> assertThat(m.parameters().get(0).name()).isEqualTo("name"));
            TypeDeclaration label =
                    index.type(type("org.runincident.flow.Dispatch.Label")).orElseThrow();
            assertThat(label.isSealed()).isTrue();
            assertThat(label.permitted()).contains(type("org.runincident.flow.Dispatch.Label.OfNull"));
        }
    }

    @Test
    void a_damaged_jar_or_class_file_holds_nothing() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
        Path classes = Files.createDirectories(folder.resolve("classes/q"));
        Files.writeString(classes.resolve("C.class"), "no class");
        try (TypeLibrary library = new TypeLibrary()) {
            TypeIndex index = library.index("m", List.of(), List.of(broken, folder.resolve("classes")), null);
            assertThat(index.type(type("q.C"))).isEmpty();
            assertThat(index.type(TypeName.STRING)).isPresent();
        }
    }
}
