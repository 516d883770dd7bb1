package org.runincident.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was looked at, so that silence can be told from blindness.
 *
 * @param files source files found
 * @param parsed those that hold something that may matter, and were parsed
 * @param filtered those that hold nothing that matters
 * @param excluded those that {@code incident.json} leaves out, and those that say a program wrote them
 * @param unreadable those of which nothing could be read
 * @param lines lines of all files that were not excluded
 * @param methods bodies that were looked at
 * @param unknownTypes names in parsed files that no source and no class file explains; sorted
 * @param problems one sentence each on what could not be read, or went wrong; sorted
 */
public record Census(
        int files,
        int parsed,
        int filtered,
        int excluded,
        int unreadable,
        int lines,
        int methods,
        Set<String> unknownTypes,
        List<String> problems) {
    public Census {
        unknownTypes = Collections.unmodifiableSet(new TreeSet<>(unknownTypes));
        problems = problems.stream().sorted().toList();
    }

    /** The same, with what else could not be read. */
    Census withProblems(List<String> more) {
        List<String> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Census(files, parsed, filtered, excluded, unreadable, lines, methods, unknownTypes, all);
    }
}
