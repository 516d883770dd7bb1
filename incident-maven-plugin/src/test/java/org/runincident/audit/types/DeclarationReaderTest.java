package org.runincident.audit.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.types.Sources.type;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;

class DeclarationReaderTest {
    @TempDir
    private Path folder;

    private TypeDeclaration read(String text) {
        Sources sources = new Sources(folder);
        sources.add(text);
        return sources.index().type(type("A")).orElseThrow();
    }

    private static List<String> methods(TypeDeclaration type) {
        return type.methods().stream()
                .map(m -> (m.isStatic() ? "static " : "") + m.returnType().simple() + " " + m.name()
                        + m.key().parameterTypes())
                .toList();
    }

    @Test
    void a_class_with_its_members() {
        TypeDeclaration type = read("""
                abstract class A extends Exception implements Runnable {
                    private static final String CODE = "x" + 1;
                    @Deprecated final int a = 1, b[] = {};
                    protected abstract <T extends Throwable> String m(java.util.Map.Entry<?, ?> e, int... n) throws T;
                    private native void n();
                    static A make() { return null; }
                }
                """);
        assertThat(type.kind()).isEqualTo(TypeKind.CLASS);
        assertThat(type.isAbstract()).isTrue();
        assertThat(type.supertypes()).containsExactly(type("java.lang.Exception"), type("java.lang.Runnable"));
        assertThat(type.field("CODE").orElseThrow().constantText()).isEqualTo("x1");
        assertThat(type.field("b").orElseThrow().type()).isEqualTo(type("int[]"));
        assertThat(type.field("a").orElseThrow().annotations()).containsExactly("Deprecated");
        MethodDeclaration m = type.methods().get(0);
        assertThat(m.key().signature()).isEqualTo("A#m(Entry,int[])");
        assertThat(m.thrown()).containsExactly(TypeName.THROWABLE);
        assertThat(m.varargs()).isTrue();
        assertThat(m.isAbstract()).isTrue();
        assertThat(m.at().line()).isEqualTo(4);
        assertThat(methods(type)).contains("void n[]", "static A make[]", "void <init>[]");
    }

    @Test
    void a_written_constructor_leaves_no_default_one() {
        assertThat(methods(read("class A { A(int x) {} }"))).containsExactly("void <init>[int]");
    }

    @Test
    void an_enum_with_its_constants() {
        TypeDeclaration type =
                read("enum A implements Runnable { OK(true, \"a\"), BAD(false, null) { }; A(boolean b, String s) {} }");
        assertThat(type.constants()).extracting(ConstantDeclaration::name).containsExactly("OK", "BAD");
        assertThat(type.constants().get(0).arguments()).containsExactly("true", "\"a\"");
        assertThat(type.field("OK").orElseThrow().type()).isEqualTo(type("A"));
        assertThat(type.supertypes()).containsExactly(type("java.lang.Enum"), type("java.lang.Runnable"));
        assertThat(methods(type)).contains("static A[] values[]", "static A valueOf[String]");
    }

    @Test
    void constants_of_a_class_that_is_like_an_enum() {
        TypeDeclaration type = read(
                "class A { static final A X = new A(1, \"x\"); static A Y; final A z = null; A(int i, String s) {} }");
        assertThat(type.constants()).singleElement().satisfies(c -> {
            assertThat(c.name()).isEqualTo("X");
            assertThat(c.arguments()).containsExactly("1", "\"x\"");
        });
    }

    @Test
    void a_record_with_what_the_language_adds() {
        TypeDeclaration type = read("record A(int a, String... b) { public int a() { return 0; } }");
        assertThat(type.components())
                .containsExactly(
                        new ParameterDeclaration("a", TypeName.INT),
                        new ParameterDeclaration("b", type("java.lang.String[]")));
        assertThat(type.fields()).extracting(FieldDeclaration::name).containsExactly("a", "b");
        assertThat(methods(type)).containsExactly("int a[]", "String[] b[]", "void <init>[int, String[]]");
    }

    @Test
    void a_compact_constructor_is_the_canonical_one() {
        assertThat(methods(read("record A(int a) { A { check(); } }"))).containsExactly("void <init>[int]", "int a[]");
    }

    @Test
    void fields_of_an_interface_are_constants() {
        FieldDeclaration field =
                read("interface A { String F = \"f\"; }").field("F").orElseThrow();
        assertThat(field.isStatic()).isTrue();
        assertThat(field.constantText()).isEqualTo("f");
    }

    @Test
    void subtypes_of_a_sealed_type_are_found_in_its_file() {
        assertThat(read("sealed interface A { record B() implements A {} } enum C implements A { X }")
                        .permitted())
                .containsExactly(type("A.B"), type("C"));
        assertThat(read("import p.Z; sealed interface A permits Z, Y {} class Y implements A {}")
                        .permitted())
                .containsExactly(type("p.Z"), type("Y"));
    }

    @Test
    void accessors_and_constructors_of_lombok() {
        TypeDeclaration data =
                read("import lombok.*; @Data class A { private final int id; private boolean done; static int n; }");
        assertThat(methods(data))
                .containsExactly("int getId[]", "boolean isDone[]", "void setDone[boolean]", "void <init>[int]");
        TypeDeclaration value = read("import lombok.*; @Value class A { int id; String name; }");
        assertThat(methods(value)).containsExactly("int getId[]", "String getName[]", "void <init>[int, String]");
        TypeDeclaration field = read("import lombok.*; class A { @Getter @Setter private int id; int other; }");
        assertThat(methods(field)).containsExactly("void <init>[]", "int getId[]", "void setId[int]");
        TypeDeclaration both =
                read("import lombok.*; @NoArgsConstructor @AllArgsConstructor class A { private int id; }");
        assertThat(methods(both)).containsExactly("void <init>[]", "void <init>[int]");
        TypeDeclaration fluent = read("import lombok.*; @Setter @Accessors(fluent = true) class A { private int id; }");
        assertThat(methods(fluent)).contains("A id[int]");
    }

    @Test
    void a_logger_of_lombok() {
        assertThat(read("import lombok.extern.slf4j.Slf4j; @Slf4j class A {}")
                        .field("log")
                        .orElseThrow()
                        .type())
                .isEqualTo(type("org.slf4j.Logger"));
    }

    @Test
    void a_builder_of_lombok() {
        Sources sources = new Sources(folder);
        sources.add("@lombok.Builder class A { private int id; private String name; }");
        TypeIndex index = sources.index();
        assertThat(methods(index.type(type("A")).orElseThrow())).contains("static ABuilder builder[]");
        assertThat(methods(index.type(type("A.ABuilder")).orElseThrow()))
                .containsExactly("ABuilder id[int]", "ABuilder name[String]", "A build[]");
    }
}
