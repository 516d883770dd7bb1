package org.runincident.maven;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
import org.runincident.vocabulary.Nearest;

/** Reads what people typed; a slip is answered in one sentence with the nearest right name. */
final class UserValues {
    private UserValues() {}

    /** One of an enum's constants, written in lower case. */
    static <E extends Enum<E>> E oneOf(Class<E> type, String property, String written) throws MojoFailureException {
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        if (!known.contains(wanted)) {
            throw new MojoFailureException(property + " cannot be \"" + written + "\""
                    + Nearest.to(wanted, known)
                            .map(near -> ". Did you mean \"" + near + "\"?")
                            .orElse(".")
                    + " It is one of: " + String.join(", ", known) + ".");
        }
        return Enum.valueOf(type, wanted.toUpperCase(Locale.ROOT));
    }

    /** A whole number in a range. */
    static int number(String property, String written, int least, int most) throws MojoFailureException {
        try {
            int value = Integer.parseInt(written.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException ignored) {
            // no number: the sentence below says all there is to say
        }
        throw new MojoFailureException(property + " cannot be \"" + written + "\". It is a whole number from " + least
                + (most == Integer.MAX_VALUE ? " on." : " to " + most + "."));
    }
}
