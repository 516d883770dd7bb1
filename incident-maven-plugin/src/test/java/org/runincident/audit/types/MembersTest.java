package org.runincident.audit.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.types.Sources.type;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.code.TypeName;
import org.runincident.flow.MethodRef;

class MembersTest {
    @TempDir
    private Path folder;

    private Members members;

    @BeforeEach
    void makeMembers() {
        Sources sources = new Sources(folder);
        sources.add("""
                class A extends B {
                    void m(Object o) {} void m(String s) {} void m(CharSequence s) {} void m(int i) {} void m(long i) {}
                    void v(String s) {} void v(String s, Object... rest) {}
                    void box(Integer i) {} void box(String s) {}
                    void run(Runnable r) {} void run(java.util.function.Function<String, String> f) {} void run(String s) {}
                    A(String s) {} A(Throwable t) {}
                }
                class B { protected int field; String inherited() { return null; } void over(B b) {} }
                """);
        members = new Members(sources.index());
    }

    private String chosen(String name, TypeName... arguments) {
        MethodRef method = members.method(type("A"), name, List.of(arguments));
        return method.isResolved() ? method.declaration().key().parameterTypes().toString() : "none";
    }

    @Test
    void the_nearest_parameter_type_is_chosen() {
        assertThat(chosen("m", TypeName.STRING)).isEqualTo("[String]");
        assertThat(chosen("m", type("java.lang.StringBuilder"))).isEqualTo("[CharSequence]");
        assertThat(chosen("m", type("java.util.List"))).isEqualTo("[Object]");
        assertThat(chosen("m", TypeName.INT)).isEqualTo("[int]");
        assertThat(chosen("m", type("short"))).isEqualTo("[int]");
        assertThat(chosen("box", TypeName.INT)).isEqualTo("[Integer]");
    }

    @Test
    void a_variable_number_of_arguments_comes_last() {
        assertThat(chosen("v", TypeName.STRING)).isEqualTo("[String]");
        assertThat(chosen("v", TypeName.STRING, TypeName.INT, TypeName.STRING)).isEqualTo("[String, Object[]]");
    }

    @Test
    void a_lambda_goes_to_the_function_of_its_size() {
        assertThat(chosen("run", Members.lambda(0))).isEqualTo("[Runnable]");
        assertThat(chosen("run", Members.lambda(1))).isEqualTo("[Function]");
        assertThat(chosen("run", TypeName.STRING)).isEqualTo("[String]");
    }

    @Test
    void members_of_supertypes_and_of_object() {
        assertThat(members.method(type("A"), "inherited", List.of()).returnType())
                .isEqualTo(TypeName.STRING);
        assertThat(members.method(type("A"), "toString", List.of()).returnType())
                .isEqualTo(TypeName.STRING);
        assertThat(members.method(type("java.lang.Runnable"), "hashCode", List.of())
                        .returnType())
                .isEqualTo(TypeName.INT);
        assertThat(members.field(type("A"), "field")).isPresent();
    }

    @Test
    void constructors_are_not_inherited() {
        MethodRef made = members.constructor(type("A"), List.of(type("java.io.IOException")));
        assertThat(made.declaration().key().parameterTypes()).containsExactly("Throwable");
        assertThat(members.constructor(type("A"), List.of()).isResolved()).isFalse();
        assertThat(members.constructor(type("B"), List.of()).isResolved()).isTrue();
    }

    @Test
    void what_is_not_seen_has_no_declaration() {
        assertThat(chosen("none")).isEqualTo("none");
        assertThat(chosen("inherited", TypeName.INT)).isEqualTo("none");
        assertThat(members.method(TypeName.UNKNOWN, "m", List.of()).isResolved())
                .isFalse();
        assertThat(members.method(TypeName.written("Gone"), "m", List.of()).isResolved())
                .isFalse();
    }

    @Test
    void arrays_have_a_length_and_are_cloned() {
        assertThat(members.field(type("A[]"), "length").orElseThrow().type()).isEqualTo(TypeName.INT);
        assertThat(members.method(type("A[]"), "clone", List.of()).returnType()).isEqualTo(type("A[]"));
        assertThat(members.method(type("A[]"), "getClass", List.of()).returnType())
                .isEqualTo(type("java.lang.Class"));
    }

    @Test
    void the_method_of_a_function() {
        assertThat(members.function(type("java.util.Comparator")).orElseThrow().name())
                .isEqualTo("compare");
        assertThat(members.function(type("java.util.function.BiFunction"))
                        .orElseThrow()
                        .name())
                .isEqualTo("apply");
        assertThat(members.function(type("java.util.List"))).isEmpty();
    }
}
