package org.runincident.audit.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.types.Sources.type;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.source.SourceFile;
import org.runincident.code.TypeName;

class FileNamesTest {
    @TempDir
    private Path folder;

    private CompilationUnit unit;
    private FileNames names;

    /** The type of the variable, field or parameter called {@code it}. */
    private TypeName typeOfIt(String text, String... others) {
        read(text, others);
        for (VariableDeclarator variable : unit.findAll(VariableDeclarator.class)) {
            if (variable.getNameAsString().equals("it")) {
                return names.resolve(variable.getType());
            }
        }
        return unit.findAll(Parameter.class).stream()
                .filter(parameter -> parameter.getNameAsString().equals("it"))
                .map(parameter -> names.resolve(parameter.getType()))
                .findFirst()
                .orElseThrow();
    }

    private Node read(String text, String... others) {
        Sources sources = new Sources(folder);
        SourceFile file = sources.add(text);
        for (String other : others) {
            sources.add(other);
        }
        unit = Sources.parse(file).unit();
        names = new FileNames(unit, sources.index());
        return unit.findFirst(VariableDeclarator.class).orElse(null);
    }

    @Test
    void a_single_import_counts_even_unseen() {
        assertThat(typeOfIt("import gone.Task; class A { Task it; }")).isEqualTo(type("gone.Task"));
    }

    @Test
    void a_type_of_the_own_package() {
        assertThat(typeOfIt("package p; class A { B it; }", "package p; class B {}"))
                .isEqualTo(type("p.B"));
    }

    @Test
    void java_lang_and_the_rest_of_the_jdk() {
        assertThat(typeOfIt("class A { String it; }")).isEqualTo(TypeName.STRING);
        assertThat(typeOfIt("import java.util.*; class A { Map.Entry<String, Integer> it; }"))
                .isEqualTo(type("java.util.Map.Entry"));
        assertThat(typeOfIt("import module java.base; class A { List<String> it; }"))
                .isEqualTo(type("java.util.List"));
    }

    @Test
    void an_own_type_hides_one_of_an_asterisk_import() {
        assertThat(typeOfIt("package p; import java.util.*; class A { List it; }", "package p; class List {}"))
                .isEqualTo(type("p.List"));
    }

    @Test
    void a_nested_type_hides_an_import() {
        assertThat(typeOfIt("package p; import x.B; class A { class B {} class C { B it; } }"))
                .isEqualTo(type("p.A.B"));
    }

    @Test
    void an_inherited_member_type() {
        assertThat(typeOfIt(
                        "package p; class A extends B { C it; }",
                        "package p; class B extends D {}",
                        "package p; class D { class C {} }"))
                .isEqualTo(type("p.D.C"));
        assertThat(typeOfIt("class A extends Thread { State it; }")).isEqualTo(type("java.lang.Thread.State"));
    }

    @Test
    void a_header_does_not_see_the_members_of_its_own_type() {
        read("package p; class A extends B { class B {} }", "package p; class B {}");
        assertThat(names.resolve(unit.getClassByName("A").orElseThrow().getExtendedTypes(0)))
                .isEqualTo(type("p.B"));
    }

    @Test
    void a_nested_type_through_its_outer_one() {
        assertThat(typeOfIt("import p.B; class A { B.C it; }", "package p; public class B { public enum C {} }"))
                .isEqualTo(type("p.B.C"));
        assertThat(typeOfIt("import gone.B; class A { B.C it; }")).isEqualTo(type("gone.B.C"));
        assertThat(typeOfIt("class A { p.B.C it; }", "package p; public class B { public enum C {} }"))
                .isEqualTo(type("p.B.C"));
    }

    @Test
    void a_qualified_name_is_taken_at_its_word() {
        assertThat(typeOfIt("class A { gone.far.B it; }")).isEqualTo(type("gone.far.B"));
    }

    @Test
    void an_unknown_name_stays_as_written() {
        assertThat(typeOfIt("import gone.*; class A { B<String> it; }")).isEqualTo(TypeName.written("B"));
    }

    @Test
    void a_type_variable_is_its_bound() {
        assertThat(typeOfIt("class A<T extends Number & Runnable> { <U extends T> void m(U it) {} }"))
                .isEqualTo(type("java.lang.Number"));
        assertThat(typeOfIt("class A<T> { T[] it; }")).isEqualTo(type("java.lang.Object[]"));
        assertThat(typeOfIt("class A<T extends T> { T it; }")).isEqualTo(TypeName.OBJECT);
    }

    @Test
    void inferred_types_are_unknown() {
        assertThat(typeOfIt("class A { void m() { var it = 1; } }")).isEqualTo(TypeName.UNKNOWN);
        assertThat(typeOfIt("class A { F f = it -> 1; }")).isEqualTo(TypeName.UNKNOWN);
    }

    @Test
    void primitives_and_arrays() {
        assertThat(typeOfIt("class A { int it[][]; }")).isEqualTo(type("int[][]"));
    }

    @Test
    void a_union_is_the_nearest_type_above() {
        assertThat(typeOfIt("import java.io.*; class A { void m() { try { x(); }"
                        + " catch (FileNotFoundException | EOFException it) {} } }"))
                .isEqualTo(type("java.io.IOException"));
    }

    @Test
    void a_local_type_is_never_taken_for_a_member() {
        assertThat(typeOfIt("package p; class A { void m() { record B(int x) {} B it; } }"))
                .isEqualTo(type("p.A.$.B"));
    }

    @Test
    void a_name_in_an_expression_is_a_type_only_when_it_is_known() {
        Node at = read("package p; import gone.Task; class A { int x; enum B {} }");
        assertThat(names.typeNamed("B", at)).contains(type("p.A.B"));
        assertThat(names.typeNamed("Task", at)).contains(type("gone.Task"));
        assertThat(names.typeNamed("Task.Status", at)).contains(type("gone.Task.Status"));
        assertThat(names.typeNamed("java.util.Map.Entry", at)).contains(type("java.util.Map.Entry"));
        assertThat(names.typeNamed("LOG", at)).isEmpty();
        assertThat(names.typeNamed("task.status", at)).isEmpty();
        assertThat(names.typeNamed("B.X", at)).isEmpty();
    }

    @Test
    void owners_of_static_imports() {
        read(
                "import static p.B.make; import static p.B.*; import static gone.C.*; class A {}",
                "package p; public enum B { X; public static void run() {} }");
        assertThat(names.staticImportOwner("make")).contains(type("p.B"));
        assertThat(names.staticImportOwner("X")).contains(type("p.B"));
        assertThat(names.staticImportOwner("run")).contains(type("p.B"));
        assertThat(names.staticImportOwner("UNSEEN")).contains(type("gone.C"));
        assertThat(names.staticImportOwner("unseen")).isEmpty();
    }

    @Test
    void the_type_around_a_node() {
        Node at = read("package p; class A { class B { int x; } }");
        assertThat(names.enclosingType(at)).isEqualTo(type("p.A.B"));
        assertThat(names.enclosingType(unit)).isEqualTo(TypeName.UNKNOWN);
    }
}
