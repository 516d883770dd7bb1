package org.runincident.archrules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.runincident.archrules.bytecode.CompiledProgram;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.flow.Helpers;
import org.runincident.inventory.Inventory;
import org.runincident.inventory.InventoryBuilder;
import org.runincident.inventory.Step;
import org.runincident.rule.Finding;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.rule.Severity;
import org.runincident.rule.allow.Suppressions;
import org.runincident.vocabulary.Vocabulary;

/**
 * What the rules say of compiled code. Positions are lines: class files know no more.
 *
 * @param findings those nobody allows, sorted
 * @param problems what could not be read or judged, a sentence each
 */
public record Judged(List<Finding> findings, List<String> problems) {
    public Judged {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /**
     * Judges a program. Members that a tool wrote are looked through, but not reported.
     *
     * @param severities the severity of each rule; null switches the rule off
     */
    public static Judged of(
            CompiledProgram program, Vocabulary vocabulary, Function<Rule, Severity> severities, Helpers helpers) {
        List<String> problems = new ArrayList<>(program.problems());
        Rules rules = Rules.all();
        Inventory inventory = InventoryBuilder.of(program, vocabulary, problems::add, helpers);
        List<Finding> found = rules.judge(inventory, List.of(), severities).stream()
                .filter(finding -> !program.isGenerated(finding.member()))
                .map(Judged::onLines)
                .distinct()
                .toList();
        Suppressions.Parted parted = new Suppressions(rules)
                .part(
                        found,
                        program.allowances(),
                        rule -> rules.find(rule)
                                .filter(r -> severities.apply(r) != null)
                                .isPresent());
        List<Finding> open = new ArrayList<>(parted.open());
        rules.judgeHouse(parted.problems(), severities).stream()
                .map(Judged::onLines)
                .forEach(open::add);
        open.sort(null);
        return new Judged(open, problems);
    }

    private static Finding onLines(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                onLine(finding.at()),
                finding.member(),
                finding.message(),
                finding.hint(),
                finding.path().stream()
                        .map(step -> new Step(onLine(step.at()), step.text()))
                        .toList());
    }

    private static Place onLine(Place place) {
        return new Place(place.file(), Span.ofLine(place.span().line()));
    }
}
