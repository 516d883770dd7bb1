package org.runincident.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.runincident.inventory.Inventory;

/** The rules there are, and how they are run over an inventory. */
public final class Rules {
    private final List<Rule> rules;

    private Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** All rules on the class path of this class, sorted by id; two of one id are refused. */
    public static Rules all() {
        List<Rule> found = new ArrayList<>();
        ServiceLoader.load(Rule.class, Rules.class.getClassLoader()).forEach(found::add);
        found.sort(Comparator.comparing(Rule::id));
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).id().equals(found.get(i - 1).id())) {
                throw new IllegalStateException(
                        "two rules are called " + found.get(i).id());
            }
        }
        return new Rules(found);
    }

    public List<Rule> list() {
        return rules;
    }

    public Optional<Rule> find(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /**
     * Every finding over what house rules found worse, sorted.
     *
     * @param severities the severity of each rule in this run; null switches the rule off
     */
    public List<Finding> judgeHouse(List<? extends HouseItem> items, Function<Rule, Severity> severities) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            Severity severity = severities.apply(rule);
            if (severity != null && rule instanceof Rule.OfHouseItem house) {
                Verdicts out = (at, member, message, hint, path) ->
                        findings.add(new Finding(rule.id(), severity, at, member, message, hint, path));
                items.forEach(item -> house.judge(item, out));
            }
        }
        findings.sort(null);
        return List.copyOf(findings);
    }

    /**
     * Every finding over the inventory, sorted.
     *
     * @param severities the severity of each rule in this run; null switches the rule off
     */
    public List<Finding> judge(
            Inventory inventory, List<UnreadableSource> unreadable, Function<Rule, Severity> severities) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            Severity severity = severities.apply(rule);
            if (severity == null) {
                continue;
            }
            Verdicts out = (at, member, message, hint, path) ->
                    findings.add(new Finding(rule.id(), severity, at, member, message, hint, path));
            if (rule instanceof Rule.OfStatusSite r) {
                inventory.statusSites().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfStatusTurn r) {
                inventory.statusTurns().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfHandler r) {
                inventory.handlers().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfFinallyLeap r) {
                inventory.finallyLeaps().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfFuture r) {
                inventory.futures().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfConsumer r) {
                inventory.consumers().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfCast r) {
                inventory.casts().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfMirror r) {
                inventory.mirrors().forEach(item -> r.judge(item, out));
            }
            if (rule instanceof Rule.OfUnreadable r) {
                unreadable.forEach(item -> r.judge(item, out));
            }
        }
        findings.sort(null);
        return List.copyOf(findings);
    }
}
