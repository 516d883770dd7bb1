package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;

/** The rules as text: all in a list, or one with its page. */
public final class RuleIndex {
    private final Ansi ansi;
    private final int width;

    public RuleIndex(Ansi ansi, int width) {
        this.ansi = ansi;
        this.width = width;
    }

    /** All rules, by family. */
    public List<String> list(Rules rules) {
        List<String> lines = new ArrayList<>();
        int longest =
                rules.list().stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        for (Family family : Family.values()) {
            List<Rule> those = rules.list().stream()
                    .filter(rule -> rule.info().family() == family)
                    .toList();
            if (those.isEmpty()) {
                continue;
            }
            lines.add(ansi.bold(family.name()));
            for (Rule rule : those) {
                String name = Text.left(rule.id(), longest) + "  " + Text.left(severity(rule), 8) + "  ";
                List<String> summary = Text.wrap(rule.info().summary(), Math.max(20, width - name.length() - 2));
                lines.add("  " + name + summary.get(0));
                summary.stream().skip(1).forEach(rest -> lines.add(" ".repeat(name.length() + 2) + rest));
            }
            lines.add("");
        }
        lines.add("One rule's page: -Dincident.rule=<name>");
        return lines;
    }

    /** One rule with its page. */
    public List<String> page(Rule rule, String markdown) {
        List<String> lines = new ArrayList<>();
        lines.add(ansi.bold(rule.id()) + "  [" + severity(rule) + "]  "
                + rule.info().family().name().toLowerCase(Locale.ROOT));
        lines.addAll(Text.wrap(rule.info().summary() + ".", width));
        lines.add("");
        // The page's own title would say the name again.
        lines.addAll(new MarkdownText(ansi, width).lines(markdown.replaceFirst("^# " + rule.id() + "\\s*", "")));
        return lines;
    }

    private static String severity(Rule rule) {
        return rule.info().thorough()
                ? "thorough"
                : rule.info().severity().name().toLowerCase(Locale.ROOT);
    }
}
