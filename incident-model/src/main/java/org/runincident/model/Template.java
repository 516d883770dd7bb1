package org.runincident.model;

import java.util.Map;

/** Sentences with values in braces. */
public final class Template {
    private Template() {}

    /**
     * Replaces each {@code {name}} that has a value, once: braces inside a value stay. What has no value stays as it
     * stands, so that a forgotten value is seen and nothing is lost.
     */
    public static String fill(String template, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (true) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return out.append(template, at, template.length()).toString();
            }
            String value = values.get(template.substring(open + 1, close));
            if (value == null) {
                out.append(template, at, open + 1);
                at = open + 1;
            } else {
                out.append(template, at, open).append(value);
                at = close + 1;
            }
        }
    }
}
