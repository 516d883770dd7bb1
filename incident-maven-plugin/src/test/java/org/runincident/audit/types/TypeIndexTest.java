package org.runincident.audit.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.types.Sources.type;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.source.SourceFile;
import org.runincident.code.Answer;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;

class TypeIndexTest {
    @TempDir
    private Path folder;

    private Sources sources;

    @BeforeEach
    void makeSources() {
        sources = new Sources(folder);
    }

    @Test
    void a_type_is_known_without_reading_its_members() {
        sources.add("package p; class A extends B { void m() {} }");
        sources.add("package p; class B {}");
        TypeIndex index = sources.index();
        assertThat(index.knows(type("p.A"))).isTrue();
        assertThat(index.knows(type("p.C"))).isFalse();
        assertThat(index.isSubtype(type("p.A"), type("p.B"))).isEqualTo(Answer.YES);
        assertThat(index.filesRead()).isZero();
        assertThat(index.type(type("p.A")).orElseThrow().methods()).hasSize(2);
        assertThat(index.filesRead()).isOne();
    }

    @Test
    void subtypes_are_direct_and_sorted() {
        sources.add("package p; interface S {} class B implements S {} class A extends p.Q implements S {}");
        sources.add("package q; import p.*; enum C implements S { X } class D extends B {} ");
        TypeIndex index = sources.index();
        assertThat(index.directSubtypes(type("p.S"))).containsExactly(type("p.A"), type("p.B"), type("q.C"));
        assertThat(index.allSubtypes(type("p.S"))).contains(type("q.D"));
    }

    @Test
    void a_chain_that_leaves_what_can_be_seen_is_unknown() {
        sources.add("class A extends gone.B {} class C extends Exception {}");
        TypeIndex index = sources.index();
        assertThat(index.isSubtype(type("A"), type("x.Y"))).isEqualTo(Answer.UNKNOWN);
        assertThat(index.isSubtype(type("C"), type("java.lang.Throwable"))).isEqualTo(Answer.YES);
        assertThat(index.isSubtype(type("C"), type("java.lang.RuntimeException")))
                .isEqualTo(Answer.NO);
        assertThat(index.isSubtype(type("A"), TypeName.OBJECT)).isEqualTo(Answer.YES);
    }

    @Test
    void types_that_extend_each_other_do_not_hang() {
        sources.add("package p; class A extends B.C { class D {} } class B extends A.D { class C {} }");
        TypeIndex index = sources.index();
        assertThat(index.isSubtype(type("p.A"), type("p.B"))).isNotNull();
        assertThat(index.type(type("p.A"))).isPresent();
    }

    @Test
    void a_source_wins_over_a_class_file() {
        sources.add("package java.util; public class List { int own; }");
        assertThat(sources.index().type(type("java.util.List")).orElseThrow().isFromSource())
                .isTrue();
    }

    @Test
    void an_unresolved_name_has_no_declaration() {
        sources.add("class A {}");
        assertThat(sources.index().type(TypeName.written("A"))).isEmpty();
        assertThat(sources.index().type(TypeName.UNKNOWN)).isEmpty();
        assertThat(sources.index().type(type("int"))).isEmpty();
        assertThat(sources.index().type(type("A[]"))).isEmpty();
    }

    @Test
    void a_class_of_the_jdk() {
        TypeDeclaration entry =
                sources.index().type(type("java.util.Map.Entry")).orElseThrow();
        assertThat(entry.name()).isEqualTo(type("java.util.Map.Entry"));
        assertThat(entry.isAbstract()).isTrue();
        assertThat(entry.methods()).extracting(m -> m.name()).contains("getKey", "getValue");
        TypeDeclaration state =
                sources.index().type(type("java.lang.Thread.State")).orElseThrow();
        assertThat(state.constants()).extracting(c -> c.name()).contains("NEW", "TERMINATED");
    }

    @Test
    void declarations_from_a_whole_file_and_from_its_skeleton_agree() {
        SourceFile file = sources.add("""
                package p;
                import java.util.*;
                public sealed abstract class A<T extends Number> implements Comparable<A> permits A.B {
                    static final String S = "a" + 'b' + A.T; static final String T = \"""
                        c\""";
                    int[] x = {1, 2}; Runnable r = () -> { run(); };
                    enum E { P(1, () -> { run(); }) { int v() { return 1; } }, Q(2, null); E(int a, Runnable r) { run(); } }
                    static final class B extends A<Integer> { @Override public int compareTo(A o) { return 0; } int after; }
                    A() throws java.io.IOException { super(); }
                    <U extends T> void m(U u, T... t) { class L {} }
                }
                """);
        TypeIndex skeleton = sources.index();
        TypeIndex whole = sources.index();
        whole.offer(Sources.parse(file));
        for (String name : List.of("p.A", "p.A.E", "p.A.B")) {
            assertThat(skeleton.type(type(name))).isPresent().isEqualTo(whole.type(type(name)));
        }
        assertThat(whole.filesRead()).isOne();
        assertThat(whole.type(type("p.A.$.L"))).isPresent();
    }

    @Test
    void a_file_that_parses_only_in_part_has_the_declarations_of_its_skeleton() {
        SourceFile file = sources.add("class A { void m() { if ( } int f() { return 1; } }");
        TypeIndex index = sources.index();
        index.offer(Sources.parse(file));
        assertThat(index.type(type("A")).orElseThrow().methods())
                .extracting(m -> m.name())
                .contains("m", "f");
    }

    @Test
    void of_two_sources_of_one_type_the_audited_one_counts() {
        SourceFile one = sources.add("class A { int one; }");
        SourceFile two = sources.add("class A { int two; }");
        SourceFile hidden = new SourceFile(one.path(), one.file(), "m", false);
        TypeDeclaration found =
                TypeIndex.of(List.of(hidden, two), List.of()).type(type("A")).orElseThrow();
        assertThat(found.field("two")).isPresent();
    }
}
