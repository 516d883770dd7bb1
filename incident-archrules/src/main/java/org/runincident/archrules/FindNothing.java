package org.runincident.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.runincident.rule.Finding;
import org.runincident.vocabulary.IncidentConfig;

/** That rules find nothing in a class. All classes of the rule are read together, as helpers and callers may be in any. */
final class FindNothing extends ArchCondition<JavaClass> {
    private final Supplier<IncidentConfig> config;
    private final Predicate<String> rules;
    private JudgedCode judged;

    /** @param rules ids of the rules that count */
    FindNothing(String description, Supplier<IncidentConfig> config, Predicate<String> rules) {
        super(description);
        this.config = config;
        this.rules = rules;
    }

    @Override
    public void init(Collection<JavaClass> classes) {
        judged = JudgedCode.of(classes, config.get());
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Finding finding : judged.in(type)) {
            if (rules.test(finding.rule())) {
                events.add(SimpleConditionEvent.violated(type, FindingText.of(finding)));
            }
        }
    }
}
