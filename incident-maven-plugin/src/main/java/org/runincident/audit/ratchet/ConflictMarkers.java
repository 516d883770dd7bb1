package org.runincident.audit.ratchet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A baseline that a merge left with both sides in it. */
final class ConflictMarkers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConflictMarkers() {}

    /** Line of the first marker, from 1; 0 when there is none. */
    static int firstLine(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (isMarker(line)) {
                return number;
            }
        }
        return 0;
    }

    private static boolean isMarker(String line) {
        return line.startsWith("<<<<<<< ") || line.startsWith(">>>>>>> ") || line.startsWith("||||||| ");
    }

    /**
     * What either side holds. An entry stands on a line of its own, so sides need not be told apart; a line that is no entry
     * is structure, or lost to both sides.
     */
    static Baseline union(String text, String name) throws BaselineProblem {
        Set<BaselineEntry> entries = new TreeSet<>();
        Set<Measure> measures = new TreeSet<>();
        for (String line : text.split("\n", -1)) {
            String candidate = line.strip();
            if (candidate.endsWith(",")) {
                candidate = candidate.substring(0, candidate.length() - 1);
            }
            if (candidate.startsWith("{") && candidate.endsWith("}")) {
                try {
                    JsonNode item = JSON.readTree(candidate);
                    if (item.has("ratchet")) {
                        measures.add(BaselineJson.item(item, Measure.class, name, measures.size() + 1));
                    } else {
                        entries.add(BaselineJson.item(item, BaselineEntry.class, name, entries.size() + 1));
                    }
                } catch (JsonProcessingException e) {
                    throw new BaselineProblem(name + " holds a line that is no entry: " + candidate, e);
                }
            }
        }
        return new Baseline(List.copyOf(entries), List.copyOf(measures));
    }
}
