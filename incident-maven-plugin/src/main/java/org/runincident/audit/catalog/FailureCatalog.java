package org.runincident.audit.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.runincident.code.Place;

/**
 * Every failure code of a project.
 *
 * @param codes sorted by type, in the order they are declared; then those of libraries that the project raises
 * @param undeclared codes that documents name and nobody declares, sorted by document
 */
public record FailureCatalog(List<Entry> codes, List<Mention> undeclared) {
    public FailureCatalog {
        codes = List.copyOf(codes);
        undeclared = List.copyOf(undeclared);
    }

    /**
     * A code and what becomes of it.
     *
     * @param raised where it is given to something, in main sources
     * @param tests how often tests name it
     * @param documents where documents name it
     * @param statuses how well the statuses that become a failure with it say why: levels in lower case, weakest first;
     *     empty when no status is seen to record it
     */
    public record Entry(
            DeclaredCode code, List<Raise> raised, int tests, List<Mention> documents, List<String> statuses) {
        public Entry {
            raised = List.copyOf(raised);
            documents = List.copyOf(documents);
            statuses = List.copyOf(statuses);
        }

        /** Different messages that are given where it is raised; without any, the declared one speaks. */
        public Set<String> messages() {
            return raised.stream()
                    .map(Raise::message)
                    .filter(message -> !message.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** What a person who meets the code will look for in vain, in the words of the catalog. */
        public List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (code.message().isEmpty() && messages().isEmpty()) {
                missing.add("message");
            }
            if (code.category().isEmpty()) {
                missing.add("category");
            }
            if (code.recovery().isEmpty()) {
                missing.add("recovery");
            }
            if (!raised.isEmpty() && statuses.isEmpty()) {
                missing.add("a status that records it");
            }
            if (tests == 0) {
                missing.add("test");
            }
            return missing;
        }
    }

    /**
     * A place that raises a code.
     *
     * @param member simple name of the type and of its member
     * @param message the text given along with it; what is not fixed is in braces; empty without one
     */
    public record Raise(Place at, String member, String message) {}

    /** A place in a document that names a code. */
    public record Mention(String file, int line, String name) {}

    /** Declared, and raised nowhere. */
    public List<Entry> neverRaised() {
        return codes.stream().filter(entry -> entry.raised().isEmpty()).toList();
    }

    /** Raised in two places that say different things. */
    public List<Entry> ambiguous() {
        return codes.stream().filter(entry -> entry.messages().size() > 1).toList();
    }
}
