package org.runincident.rule;

import java.util.List;
import org.runincident.code.Place;

/** What house rules judge: things a project declares under {@code ratchets}, and that got worse. */
public sealed interface HouseItem {

    Place at();

    /** What a project declared under {@code ratchets}. */
    sealed interface Declared extends HouseItem {

        /** What it is about, apart from its place: stays the same while the thing gets worse still. */
        String subject();
    }

    /**
     * A pattern stands in a file more often than the baseline knows.
     *
     * @param at its last occurrence in the file
     * @param id what the project calls the pattern
     * @param before how often the baseline knows it there; 0 for a file it does not know
     * @param now how often it stands there
     * @param file the file, relative to the folder of the configuration
     * @param tooMany the rise over all files is more than the project allows at once; then no because helps
     * @param mostAtOnce that limit; 0 for none
     */
    record TokenRise(Place at, String id, String file, int before, int now, boolean tooMany, int mostAtOnce)
            implements Declared {
        @Override
        public String subject() {
            return id + " " + file;
        }
    }

    /**
     * The variants of a locked type are not those the baseline holds.
     *
     * @param id what the project calls the lock
     * @param type qualified name
     * @param consumers readers outside of the process, to be told
     */
    record VariantChange(
            Place at, String id, String type, List<String> added, List<String> removed, List<String> consumers)
            implements Declared {
        @Override
        public String subject() {
            return id + " " + type;
        }

        public VariantChange {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            consumers = List.copyOf(consumers);
        }
    }

    /**
     * More sites of a status cannot be decided than the baseline knows.
     *
     * @param at the last of them
     * @param entity the status, as the table of failure paths calls it ({@code Task.status})
     */
    record UndecidedRise(Place at, String entity, int before, int now) implements Declared {
        @Override
        public String subject() {
            return "undecided " + entity;
        }
    }

    /**
     * A rule finds more that somebody lets stand, in the source or in the baseline, than the baseline knows.
     *
     * @param at the last of them
     * @param id what the project calls the count
     * @param tooMany the rise over all rules is more than the project allows at once; then no because helps
     * @param mostAtOnce that limit; 0 for none
     */
    record RuleRise(Place at, String id, String rule, int before, int now, boolean tooMany, int mostAtOnce)
            implements Declared {
        @Override
        public String subject() {
            return id + " " + rule;
        }
    }

    /**
     * A generated file, or a registry, is behind what it is made from.
     *
     * @param file the artifact as the configuration names it
     * @param problem one clause: what is wrong with it
     * @param hint one sentence: how to mend it
     */
    record StaleFile(Place at, String file, String problem, String hint) implements Declared {
        @Override
        public String subject() {
            return file;
        }
    }

    /**
     * Somebody allowed a rule's findings without saying why; it does not count.
     *
     * @param rule what the author wants to allow
     * @param because what stands where the reason should be; may be empty
     */
    record UnfoundedAllowance(Place at, String rule, String because) implements HouseItem {}

    /**
     * An allowance that allows nothing.
     *
     * @param known whether there is a rule of that name
     * @param nearest the rule's name that may be meant; empty when it is known or none is near
     */
    record IdleAllowance(Place at, String rule, boolean known, String nearest) implements HouseItem {}
}
