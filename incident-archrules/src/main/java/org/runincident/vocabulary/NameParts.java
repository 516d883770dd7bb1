package org.runincident.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words an identifier is made of. */
public final class NameParts {
    private NameParts() {}

    /**
     * Words of a name in camel case or with underscores, in lower case: {@code HTTPStatusCode} is http, status, code and
     * {@code TIMED_OUT} is timed, out.
     */
    public static List<String> of(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean border = !Character.isLetterOrDigit(c) || Character.isUpperCase(c) && startsWord(name, i);
            if (border && part.length() > 0) {
                parts.add(part.toString().toLowerCase(Locale.ROOT));
                part.setLength(0);
            }
            if (Character.isLetterOrDigit(c)) {
                part.append(c);
            }
        }
        if (part.length() > 0) {
            parts.add(part.toString().toLowerCase(Locale.ROOT));
        }
        return parts;
    }

    private static boolean startsWord(String name, int i) {
        return i > 0
                && (!Character.isUpperCase(name.charAt(i - 1))
                        || i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
    }
}
