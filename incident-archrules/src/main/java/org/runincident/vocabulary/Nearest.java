package org.runincident.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name a person most likely meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /**
     * The known name nearest to a mistyped one; empty when none is near enough to be meant.
     *
     * @param written what the person wrote; case is not looked at
     * @param known the names there are
     */
    public static Optional<String> to(String written, Collection<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT);
        int reach = Math.max(2, wanted.length() / 3);
        return new TreeSet<>(known)
                .stream()
                        .filter(name -> distance(wanted, name) <= reach)
                        .min(Comparator.comparingInt(name -> distance(wanted, name)));
    }

    private static int distance(String wanted, String name) {
        return DISTANCE.apply(wanted, name.toLowerCase(Locale.ROOT));
    }
}
