package org.runincident.audit.house;

import java.util.List;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.Nearest;

/**
 * Rules whose findings that are let stand may only become fewer.
 *
 * @param id what people call the count
 * @param rules ids; all rules when empty
 * @param mostAtOnce a rise by more than that over all rules is refused even with a because; 0 for no limit
 */
public record RuleSettings(String id, List<String> rules, int mostAtOnce) {
    public RuleSettings {
        id = id == null || id.isBlank() ? "findings" : id;
        rules = rules == null ? List.of() : List.copyOf(rules);
        List<String> known = Rules.all().list().stream().map(Rule::id).toList();
        for (String rule : rules) {
            if (!known.contains(rule)) {
                throw new IllegalArgumentException("no rule is called \"" + rule + "\""
                        + Nearest.to(rule, known)
                                .map(near -> " (nearest: \"" + near + "\")")
                                .orElse(""));
            }
        }
    }

    boolean counts(String rule) {
        return rules.isEmpty() || rules.contains(rule);
    }
}
