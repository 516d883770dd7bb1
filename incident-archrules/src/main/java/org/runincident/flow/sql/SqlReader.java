package org.runincident.flow.sql;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads from a text what rows it writes, if it is a statement that writes any. */
public final class SqlReader {

    private static final Set<String> VERBS = Set.of("update", "insert", "merge", "replace", "with");

    /** Beyond that, the full parser may take long to find out that it does not know the dialect. */
    private static final int LONGEST_PARSED = 4_000;

    private static final Pattern TAG =
            Pattern.compile("</?[A-Za-z][\\w:-]*(?:\\s+[\\w:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*\\s*/?>");

    private SqlReader() {}

    /** Whether a text may begin a statement that writes rows; cheap. */
    public static boolean mayBegin(String text) {
        int from = 0;
        while (from < text.length() && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '(')) {
            from++;
        }
        for (String verb : VERBS) {
            int end = from + verb.length();
            if (text.regionMatches(true, from, verb, 0, verb.length())
                    && end < text.length()
                    && Character.isWhitespace(text.charAt(end))) {
                return true;
            }
        }
        return text.startsWith("<script>", from);
    }

    /**
     * What a text writes.
     *
     * @param asked whether a column of that name is worth a look
     * @return empty when it is no such statement, or writes none of the columns asked for
     */
    public static List<RowWrite> read(String text, Predicate<String> asked) {
        if (!mayBegin(text)) {
            return List.of();
        }
        String plain = text.contains("<script>") ? withoutMarks(text) : text;
        List<SqlToken> tokens = SqlToken.of(plain);
        if (tokens.stream().noneMatch(t -> t.kind() == SqlToken.Kind.WORD && asked.test(t.lastPart()))) {
            return List.of();
        }
        List<RowWrite> tolerant = TolerantSql.read(tokens);
        if (tolerant.stream().flatMap(write -> write.columns().stream()).noneMatch(c -> asked.test(c.name()))) {
            return List.of();
        }
        List<RowWrite> parsed = plain.contains("{") || plain.length() > LONGEST_PARSED ? null : ParsedSql.read(plain);
        return parsed != null ? parsed : tolerant;
    }

    /** A mapper's script with its elements taken out; two of them are keywords. */
    private static String withoutMarks(String script) {
        return TAG.matcher(script.replace("<set>", " SET ").replace("<where>", " WHERE "))
                .replaceAll(" ");
    }
}
