package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.runincident.audit.ratchet.Samples.at;
import static org.runincident.audit.ratchet.Samples.findings;
import static org.runincident.audit.ratchet.Samples.findingsIn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.ratchet.Tightening.Tightened;

class TighteningTest {
    private static final String CATCH = "catch (Exception e) { return null; }";

    @TempDir
    Path folder;

    private RatchetModule module(String name, List<Identified> findings) {
        return module(name, findings, Samples.EVERYTHING);
    }

    private RatchetModule module(String name, List<Identified> findings, Scope scope) {
        return Samples.module(folder.resolve(name), name, findings, scope);
    }

    private void baseline(String name, List<Identified> findings) throws Exception {
        new BaselineCommands(LocalDate.EPOCH).takeIn(module(name, findings), "");
    }

    @Test
    void what_was_mended_is_struck_out_and_nothing_is_let_in() throws Exception {
        baseline("orders", findings(at("Swallowed", "close", CATCH), at("LostCause", "open", "throw new X();")));
        RatchetModule now =
                module("orders", findings(at("LostCause", "open", "throw new X();"), at("Silent", "run", "x.fail();")));
        Tightened done = Tightening.of(List.of(now)).get(0);
        assertThat(done.struck()).isEqualTo(1);
        assertThat(done.held()).isEqualTo(1);
        assertThat(now.compare().fresh()).hasSize(1);
        assertThat(now.compare().stale()).isEmpty();
    }

    @Test
    void nothing_to_do_writes_nothing() throws Exception {
        List<Identified> same = findings(at("Swallowed", "close", CATCH));
        baseline("orders", same);
        assertThat(Tightening.of(List.of(module("orders", same))))
                .singleElement()
                .matches(done -> !done.written());
    }

    @Test
    void entries_nobody_looked_for_stay() throws Exception {
        baseline("orders", findings(at("Swallowed", "close", CATCH)));
        RatchetModule blind = module("orders", List.of(), new Scope() {
            @Override
            public boolean judged(String file, String rule) {
                return false;
            }

            @Override
            public boolean exists(String member) {
                return true;
            }
        });
        assertThat(Tightening.of(List.of(blind)).get(0).held()).isEqualTo(1);
    }

    @Test
    void what_went_to_another_module_is_filed_there_with_its_because() throws Exception {
        RatchetModule before = module("orders", findings(at("Swallowed", "a.B#close", CATCH)));
        new BaselineCommands(LocalDate.EPOCH).takeIn(before, "");
        RatchetModule from = module("orders", List.of());
        RatchetModule to = module("billing", findingsIn("src/main/java/a/B.java", at("Swallowed", "a.B#close", CATCH)));
        List<Tightened> done = Tightening.of(List.of(from, to));
        assertThat(done).extracting(Tightened::module).containsExactly("orders", "billing");
        assertThat(done).extracting(Tightened::arrived).containsExactly(0, 1);
        assertThat(to.compare().fresh()).isEmpty();
        assertThat(from.file().read().orElseThrow().entries()).isEmpty();
    }

    @Test
    void a_merge_conflict_keeps_exactly_what_is_still_found() throws Exception {
        baseline("orders", findings(at("Swallowed", "close", CATCH), at("LostCause", "open", "throw new X();")));
        Path file = folder.resolve("orders").resolve(BaselineFile.NAME);
        List<String> lines = Files.readAllLines(file);
        lines.add(3, "<<<<<<< HEAD");
        lines.add(5, "=======");
        lines.add(7, ">>>>>>> other");
        Files.write(file, lines);
        RatchetModule now = module("orders", findings(at("LostCause", "open", "throw new X();")));
        Tightened done = Tightening.of(List.of(now)).get(0);
        assertThat(done.settled()).isTrue();
        assertThat(now.file().read().orElseThrow().entries())
                .singleElement()
                .matches(entry -> entry.rule().equals("LostCause"));
    }

    @Test
    void counts_of_house_rules_only_fall_and_go_along_with_a_file() throws Exception {
        BaselineFile file = module("orders", List.of()).file();
        file.update(
                false,
                old -> new Baseline(
                        List.of(),
                        List.of(
                                Measure.of("TokenRatchet", "todo", "A.java", "5"),
                                Measure.of("TokenRatchet", "todo", "B.java", "5"),
                                Measure.of("TokenRatchet", "todo", "Gone.java", "5"))));
        RatchetModule now = new RatchetModule(
                "orders",
                folder,
                file,
                List.of(),
                Samples.EVERYTHING,
                List.of(
                        Measure.of("TokenRatchet", "todo", "A.java", "2"),
                        Measure.of("TokenRatchet", "todo", "B.java", "9"),
                        Measure.of("TokenRatchet", "todo", "Gone.java", "0"),
                        Measure.of("TokenRatchet", "todo", "MovedTo.java", "4"),
                        Measure.of("TokenRatchet", "todo", "New.java", "2")),
                Set.of());
        Tightening.of(List.of(now));
        assertThat(file.read().orElseThrow().measures())
                .extracting(Measure::subject, Measure::value)
                .containsExactlyInAnyOrder(tuple("A.java", "2"), tuple("B.java", "5"), tuple("MovedTo.java", "4"));
    }
}
