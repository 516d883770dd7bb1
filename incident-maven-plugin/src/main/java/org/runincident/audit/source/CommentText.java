package org.runincident.audit.source;

/** What a comment says. */
final class CommentText {
    private CommentText() {}

    /** The content between the markers, without stars that only decorate, line by line. */
    static String of(String content) {
        StringBuilder text = new StringBuilder();
        for (String line : content.replaceFirst("^/+", "").split("\n", -1)) {
            String bare = bare(line);
            if (!bare.isEmpty()) {
                text.append(text.length() == 0 ? "" : "\n").append(bare);
            }
        }
        return text.toString();
    }

    private static String bare(String line) {
        String stripped = line.strip();
        int from = 0;
        while (from < stripped.length() && stripped.charAt(from) == '*') {
            from++;
        }
        return stripped.substring(from).strip();
    }
}
