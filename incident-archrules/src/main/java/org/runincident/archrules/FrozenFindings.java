package org.runincident.archrules;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.freeze.FreezingArchRule;
import com.tngtech.archunit.library.freeze.TextFileBasedViolationStore;
import com.tngtech.archunit.library.freeze.ViolationLineMatcher;
import com.tngtech.archunit.library.freeze.ViolationStore;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Freezes findings by rule and member. Their wording may get better, and their lines move, without a new violation; a second
 * finding of the same rule in the same member is a new one.
 */
public final class FrozenFindings implements ViolationLineMatcher {
    /** Made by ArchUnit, when {@code freeze.lineMatcher} names this class. */
    public FrozenFindings() {}

    static ArchRule freeze(ArchRule rule) {
        return FreezingArchRule.freeze(rule)
                .persistIn(new ById(new TextFileBasedViolationStore()))
                .associateViolationLinesVia(new FrozenFindings());
    }

    /** A store that knows a rule by the id in its description, whatever the words around it. */
    private record ById(ViolationStore store) implements ViolationStore {
        private static final Pattern ID = Pattern.compile("\\[incident:[^\\]]+]");

        private static ArchRule known(ArchRule rule) {
            Matcher id = ID.matcher(rule.getDescription());
            return id.find() ? rule.as(id.group()) : rule;
        }

        @Override
        public void initialize(Properties properties) {
            store.initialize(properties);
        }

        @Override
        public boolean contains(ArchRule rule) {
            return store.contains(known(rule));
        }

        @Override
        public void save(ArchRule rule, List<String> violations) {
            store.save(known(rule), violations);
        }

        @Override
        public List<String> getViolations(ArchRule rule) {
            return store.getViolations(known(rule));
        }
    }

    @Override
    public boolean matches(String lineFromFirstViolation, String lineFromSecondViolation) {
        return identity(lineFromFirstViolation).equals(identity(lineFromSecondViolation));
    }

    /** Rule, member and file: what stands before the line number. */
    private static String identity(String violation) {
        int end = violation.indexOf("): ");
        int colon = end < 0 ? -1 : violation.lastIndexOf(':', end);
        return colon < 0 ? violation : violation.substring(0, colon);
    }
}
