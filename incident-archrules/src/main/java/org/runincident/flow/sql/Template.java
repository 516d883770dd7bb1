package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.List;
import org.runincident.flow.Value;

/**
 * A text with holes, where values are put in that are known only when it runs.
 *
 * @param text a hole stands in it as a named parameter of its {@link #holeKey key}
 * @param holes what is put in, by number
 */
public record Template(String text, List<Value> holes) {

    private static final String HOLE = "incident_hole_";

    public Template {
        holes = List.copyOf(holes);
    }

    /** The key of a hole as a placeholder. */
    public static String holeKey(int number) {
        return HOLE + number;
    }

    /** What a placeholder of that key stands for; null when it is no hole. */
    Value hole(String key) {
        if (!key.startsWith(HOLE)) {
            return null;
        }
        int number = Integer.parseInt(key.substring(HOLE.length()));
        return number < holes.size() ? holes.get(number) : null;
    }

    static boolean isHole(String key) {
        return key.startsWith(HOLE);
    }

    /** Puts a template together. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Value> holes = new ArrayList<>();

        Builder add(String more) {
            text.append(more);
            return this;
        }

        Builder add(Value hole) {
            text.append(':').append(holeKey(holes.size()));
            holes.add(hole);
            return this;
        }

        /** Adds another template; its holes get new numbers. */
        Builder add(Template other) {
            int at = 0;
            for (int hole = 0; hole < other.holes.size(); hole++) {
                String mark = ":" + holeKey(hole);
                int next = other.text.indexOf(mark, at);
                if (next < 0) {
                    continue;
                }
                text.append(other.text, at, next);
                add(other.holes.get(hole));
                at = next + mark.length();
            }
            text.append(other.text, at, other.text.length());
            return this;
        }

        Template build() {
            return new Template(text.toString(), holes);
        }
    }
}
