package org.runincident.audit.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.ratchet.Measure;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.Declarations;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;
import org.runincident.rule.Finding;
import org.runincident.rule.HouseItem;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigReader;
import org.runincident.vocabulary.IncidentConfig;

class HouseAuditTest {
    @TempDir
    Path folder;

    private Counted counted = Counted.NOTHING;

    @Test
    void a_count_that_rises_in_a_file_is_told_with_its_last_place() throws Exception {
        write("src/A.java", "// TODO one\nint x; // TODO two\n");
        List<HouseItem.Declared> worse = run("{TokenRatchet: [{id: 'todo', pattern: 'TODO'}]}", known("src/A.java", 1))
                .worse();
        assertThat(worse).singleElement().isInstanceOfSatisfying(HouseItem.TokenRise.class, rise -> {
            assertThat(rise.at().toString()).isEqualTo("src/A.java:2");
            assertThat(rise.before()).isEqualTo(1);
            assertThat(rise.now()).isEqualTo(2);
        });
        assertThat(messages(worse)).containsExactly("`todo` stands here twice; the baseline knows 1.");
    }

    @Test
    void a_count_that_stays_or_falls_is_silent_and_measured() throws Exception {
        write("src/A.java", "// TODO one\n");
        HouseAudit.Result result = run("{TokenRatchet: {id: 'todo', pattern: 'TODO'}}", known("src/A.java", 2));
        assertThat(result.worse()).isEmpty();
        assertThat(result.measures()).containsExactly(Measure.of("TokenRatchet", "todo", "src/A.java", "1"));
    }

    @Test
    void a_moved_file_keeps_its_count() throws Exception {
        write("src/B.java", "// TODO one\n");
        assertThat(run("{TokenRatchet: [{id: 'todo', pattern: 'TODO'}]}", known("src/A.java", 1))
                        .worse())
                .isEmpty();
    }

    @Test
    void more_than_the_limit_at_once_is_refused_whatever_the_reason() throws Exception {
        write("a.txt", "x x x x");
        List<HouseItem.Declared> worse =
                run("{TokenRatchet: [{id: 'x', pattern: 'x', mostAtOnce: 3}]}").worse();
        assertThat(worse).singleElement().matches(item -> ((HouseItem.TokenRise) item).tooMany());
    }

    @Test
    void includes_and_excludes_are_globs_and_build_output_is_never_counted() throws Exception {
        write("src/A.java", "x");
        write("src/gen/B.java", "x");
        write("docs/a.md", "x");
        write("target/C.java", "x");
        HouseAudit.Result result =
                run("{TokenRatchet: [{id: 'x', pattern: 'x', include: ['**/*.java'], exclude: ['gen/']}]}");
        assertThat(result.measures()).extracting(Measure::subject).containsExactly("src/A.java");
    }

    @Test
    void a_pattern_that_would_take_for_ever_elsewhere_takes_linear_time() throws Exception {
        write("a.txt", "a".repeat(50_000) + "!");
        assertThat(run("{TokenRatchet: [{id: 'x', pattern: '(a+)+$'}]}").worse())
                .isEmpty();
    }

    @Test
    void a_locked_type_that_gains_a_variant_is_told_with_its_readers() throws Exception {
        List<Measure> known = List.of(Measure.of("VariantLock", "a.Outcome", "a.Outcome", "DONE,LOST"));
        List<HouseItem.Declared> worse = run("{VariantLock: {types: ['a.Outcome'], consumers: ['dashboard']}}", known)
                .worse();
        Finding finding =
                Rules.all().judgeHouse(worse, rule -> rule.info().severity()).get(0);
        assertThat(finding.message()).isEqualTo("`Outcome` is locked, and has FAILED now and lost LOST.");
        assertThat(finding.hint()).contains("dashboard");
    }

    @Test
    void a_lock_the_baseline_does_not_know_yet_is_only_measured() throws Exception {
        HouseAudit.Result result = run("{VariantLock: {types: ['a.Outcome']}}");
        assertThat(result.worse()).isEmpty();
        assertThat(result.measures())
                .containsExactly(Measure.of("VariantLock", "a.Outcome", "a.Outcome", "DONE,FAILED"));
    }

    @Test
    void a_generated_file_says_what_it_was_made_from() throws Exception {
        write("src/Codes.java", "enum Codes { A }");
        write("docs/codes.md", "# Codes");
        String settings = "{StaleArtifact: [{file: 'docs/codes.md', sources: ['src/*.java']}]}";
        HouseItem.StaleFile unsaid = (HouseItem.StaleFile) run(settings).worse().get(0);
        assertThat(unsaid.problem()).isEqualTo("does not say which sources it was made from");
        write("docs/codes.md", unsaid.hint().substring(unsaid.hint().indexOf("incident-sources")));
        assertThat(run(settings).worse()).isEmpty();
        write("src/Codes.java", "enum Codes { A, B }");
        assertThat(messages(run(settings).worse()))
                .containsExactly("`docs/codes.md` was made from other sources than those that stand there now.");
    }

    @Test
    void a_registry_names_every_file_or_excepts_it_with_a_reason() throws Exception {
        write("runbooks/disk-full.md", "");
        write("runbooks/template.md", "");
        write("docs/runbooks.md", "- something else");
        String settings = "{StaleArtifact: [{file: 'docs/runbooks.md', names: ['runbooks/*.md'],"
                + " except: {template: 'not a runbook'}}]}";
        assertThat(messages(run(settings).worse())).containsExactly("`docs/runbooks.md` does not name disk-full.");
        write("docs/runbooks.md", "- [disk-full](../runbooks/disk-full.md)");
        assertThat(run(settings).worse()).isEmpty();
    }

    @Test
    void undecided_sites_of_a_status_may_only_become_fewer() throws Exception {
        counted = counted(Map.of("Task.status", 2), Map.of(), Map.of());
        List<Measure> two = List.of(Measure.of("UndecidedRatchet", "undecided", "Task.status", "2"));
        assertThat(run("{UndecidedRatchet: {}}", two).worse()).isEmpty();
        List<Measure> one = List.of(Measure.of("UndecidedRatchet", "undecided", "Task.status", "1"));
        assertThat(messages(run("{UndecidedRatchet: {}}", one).worse()))
                .containsExactly("`Task.status` has 2 sites that cannot be decided; the baseline knows 1.");
        assertThat(run("{UndecidedRatchet: {entities: ['Order.state']}}", one).worse())
                .isEmpty();
    }

    @Test
    void findings_of_a_rule_that_are_let_stand_may_only_become_fewer() throws Exception {
        counted = counted(Map.of(), Map.of("LostCause", 2, "SwallowedException", 1), Map.of());
        List<Measure> known = List.of(
                Measure.of("RuleRatchet", "findings", "LostCause", "1"),
                Measure.of("RuleRatchet", "findings", "SwallowedException", "3"));
        HouseAudit.Result result = run("{RuleRatchet: {}}", known);
        assertThat(messages(result.worse()))
                .containsExactly("`LostCause` is let stand in 2 places, allowed in the source or known to the baseline;"
                        + " the baseline counts 1.");
        assertThat(result.measures())
                .containsExactly(
                        Measure.of("RuleRatchet", "findings", "LostCause", "2"),
                        Measure.of("RuleRatchet", "findings", "SwallowedException", "1"));
    }

    @Test
    void what_is_new_fails_by_itself_and_not_once_more_by_its_count() throws Exception {
        counted = counted(Map.of(), Map.of("LostCause", 1), Map.of("LostCause", 4));
        HouseAudit.Result result = run(
                "{RuleRatchet: {rules: ['LostCause']}}",
                List.of(Measure.of("RuleRatchet", "findings", "LostCause", "1")));
        assertThat(result.worse()).isEmpty();
        assertThat(result.measures()).containsExactly(Measure.of("RuleRatchet", "findings", "LostCause", "5"));
    }

    @Test
    void more_findings_at_once_than_the_limit_over_all_rules_are_refused() throws Exception {
        counted = counted(Map.of(), Map.of("LostCause", 2, "SwallowedException", 1), Map.of());
        assertThat(run("{RuleRatchet: {mostAtOnce: 2}}").worse())
                .hasSize(2)
                .allMatch(item -> ((HouseItem.RuleRise) item).tooMany());
    }

    @Test
    void what_nobody_finds_any_more_counts_none() throws Exception {
        assertThat(run("{TokenRatchet: {id: 'todo', pattern: 'TODO'}}", known("src/A.java", 1))
                        .measures())
                .containsExactly(Measure.of("TokenRatchet", "todo", "src/A.java", "0"));
    }

    private static Counted counted(
            Map<String, Integer> undecided, Map<String, Integer> letStand, Map<String, Integer> fresh) {
        return new Counted(places(undecided), places(letStand), fresh);
    }

    private static SortedMap<String, List<Place>> places(Map<String, Integer> counts) {
        SortedMap<String, List<Place>> places = new TreeMap<>();
        counts.forEach((subject, count) -> places.put(
                subject,
                IntStream.rangeClosed(1, count)
                        .mapToObj(line -> new Place("src/A.java", Span.ofLine(line)))
                        .toList()));
        return places;
    }

    @Test
    void mistakes_in_the_settings_are_told_in_a_sentence() {
        assertThatThrownBy(() -> settings("{TokenRatchet: [{id: 'x', patern: 'y'}]}"))
                .hasMessage("incident.json: TokenRatchet: unknown key \"patern\" (nearest: \"pattern\")");
        assertThatThrownBy(() -> settings("{TokenRatchet: [{id: 'x', pattern: '('}]}"))
                .hasMessageContaining("\"x\" has a pattern that cannot be read");
        assertThatThrownBy(() -> settings("{StaleArtifact: [{file: '../../etc/passwd', names: ['*']}]}"))
                .hasMessageContaining("names a file outside of the project");
        assertThatThrownBy(() -> settings("{RuleRatchet: {rules: ['LostCauze']}}"))
                .hasMessage("incident.json: RuleRatchet: no rule is called \"LostCauze\" (nearest: \"LostCause\")");
        assertThatThrownBy(() -> settings("{VariantLock: [{types: []}]}"))
                .hasMessageContaining("a lock needs \"types\"");
    }

    private static List<Measure> known(String file, int count) {
        return List.of(Measure.of("TokenRatchet", "todo", file, String.valueOf(count)));
    }

    private static List<String> messages(List<HouseItem.Declared> items) {
        return Rules.all().judgeHouse(items, rule -> rule.info().severity()).stream()
                .map(Finding::message)
                .toList();
    }

    private HouseAudit.Result run(String ratchets) throws IOException {
        return run(ratchets, List.of());
    }

    private HouseAudit.Result run(String ratchets, List<Measure> known) throws IOException {
        HouseSettings settings = settings(ratchets);
        Files.delete(folder.resolve(IncidentConfig.FILE_NAME));
        TypeName outcome = TypeName.resolved("a.Outcome");
        return new HouseAudit(settings, folder, path -> path).run(known, new OneEnum(outcome), counted);
    }

    private HouseSettings settings(String ratchets) throws IOException {
        String json = "{\"ratchets\": "
                + ratchets.replace('\'', '"')
                        .replaceAll("([{,] ?)(\\w+):", "$1\"$2\":")
                        .replace("\\", "\\\\") + "}";
        Path file = Files.writeString(folder.resolve(IncidentConfig.FILE_NAME), json);
        return HouseSettings.of(new ConfigReader(List.of()).read(file, IncidentConfig.FILE_NAME));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private record OneEnum(TypeName name) implements Declarations {
        @Override
        public Optional<TypeDeclaration> type(TypeName wanted) {
            List<ConstantDeclaration> constants = List.of(
                    new ConstantDeclaration("DONE", List.of(), Span.NONE),
                    new ConstantDeclaration("FAILED", List.of(), Span.NONE));
            return wanted.equals(name)
                    ? Optional.of(new TypeDeclaration(
                            name,
                            TypeKind.ENUM,
                            false,
                            false,
                            List.of(),
                            constants,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Set.of(),
                            "src/Outcome.java",
                            new Span(1, 1, 1, 9)))
                    : Optional.empty();
        }

        @Override
        public Collection<TypeName> directSubtypes(TypeName type) {
            return List.of();
        }
    }
}
