package org.runincident.maven;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.runincident.audit.report.console.RuleIndex;
import org.runincident.rule.Rule;
import org.runincident.rule.RulePages;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.Nearest;

/** Shows the page of a rule, or the list of all rules. Needs no project and no network. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public class ExplainMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** The rule to explain; without one, all rules are listed. */
    @Parameter(property = "incident.rule")
    private String rule;

    @Override
    public void execute() throws MojoFailureException {
        Terminal terminal = new Terminal(session);
        RuleIndex index = new RuleIndex(terminal.ansi(), terminal.width());
        Rules rules = Rules.all();
        if (rule == null || rule.isBlank()) {
            index.list(rules).forEach(line -> getLog().info(line));
            return;
        }
        Rule found = find(rules, rule.strip());
        index.page(found, RulePages.of(found.id())).forEach(line -> getLog().info(line));
    }

    private static Rule find(Rules rules, String name) throws MojoFailureException {
        List<String> known = rules.list().stream().map(Rule::id).toList();
        return rules.list().stream()
                .filter(candidate -> candidate.id().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new MojoFailureException("No rule is called " + name + "."
                        + Nearest.to(name, known)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse("")
                        + "  All rules: mvn incident:explain"));
    }
}
