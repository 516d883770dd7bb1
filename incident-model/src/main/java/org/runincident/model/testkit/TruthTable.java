package org.runincident.model.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A decision table out of a Markdown document, and the check of a function against it.
 *
 * <pre>{@code
 * | busy | permanence | **decision** | **reason**      |
 * | ---- | ---------- | ------------ | --------------- |
 * | yes  | -          | busy         | run_busy        |
 * | -    | permanent  | abandon      | permanent_error |
 * | -    | -          | retry        | auto_retry      |
 * }</pre>
 *
 * Columns in bold are answers, the others are questions. The first row that fits decides; {@code -} fits everything, and
 * {@code a, b} fits either.
 */
public final class TruthTable {
    private final List<String> questions;
    private final List<String> answers;
    private final List<Map<String, String>> rows;

    private TruthTable(List<String> questions, List<String> answers, List<Map<String, String>> rows) {
        this.questions = questions;
        this.answers = answers;
        this.rows = rows;
    }

    /**
     * The first table below a heading.
     *
     * @param markdown the document
     * @param heading the heading's text, without the hashes
     * @throws AssertionError if there is no such heading, or no table below it
     */
    public static TruthTable below(String heading, String markdown) {
        List<String> lines = markdown.lines().map(String::strip).toList();
        int at = 0;
        while (at < lines.size() && !lines.get(at).replaceFirst("^#+\\s*", "").equals(heading)) {
            at++;
        }
        while (at < lines.size() && !lines.get(at).startsWith("|")) {
            at++;
        }
        if (at + 2 >= lines.size()) {
            throw new AssertionError("there is no table below a heading \"" + heading + "\"");
        }
        List<String> header = cells(lines.get(at));
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = at + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
            rows.add(row(header, cells(lines.get(i))));
        }
        return new TruthTable(
                header.stream().filter(name -> !isAnswer(name)).toList(),
                header.stream().filter(TruthTable::isAnswer).toList(),
                rows);
    }

    private static boolean isAnswer(String name) {
        return name.startsWith("**") && name.endsWith("**");
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        if (header.size() != cells.size()) {
            throw new AssertionError("the row " + cells + " has not as many cells as the header " + header);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    /** The columns that are questions, in order. */
    public List<String> questions() {
        return questions;
    }

    /**
     * Checks a function against the table, with every combination of inputs.
     *
     * @param domain for each question, all the values there are
     * @param function answers one combination: a value per answer column, in their order
     * @return how many combinations were checked
     * @throws AssertionError if an answer differs, a combination fits no row, or a row is never reached
     */
    public int check(Map<String, List<String>> domain, Function<Map<String, String>, List<String>> function) {
        TreeSet<Integer> reached = new TreeSet<>();
        List<Map<String, String>> inputs = combinations(domain);
        for (Map<String, String> input : inputs) {
            int row = firstFit(input);
            if (row < 0) {
                throw new AssertionError("no row of the table fits " + input);
            }
            reached.add(row);
            List<String> expected = answers.stream().map(rows.get(row)::get).toList();
            List<String> actual = function.apply(input);
            if (!expected.equals(actual)) {
                throw new AssertionError("for " + input + " row " + (row + 1) + " of the table says " + expected
                        + ", the function " + actual);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            if (!reached.contains(row)) {
                throw new AssertionError("row " + (row + 1) + " of the table is never reached: " + rows.get(row));
            }
        }
        return inputs.size();
    }

    private int firstFit(Map<String, String> input) {
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> cells = rows.get(row);
            if (questions.stream().allMatch(question -> fits(cells.get(question), input.get(question)))) {
                return row;
            }
        }
        return -1;
    }

    private static boolean fits(String cell, String value) {
        return cell.equals("-") || Arrays.asList(cell.split("\\s*,\\s*")).contains(value);
    }

    private List<Map<String, String>> combinations(Map<String, List<String>> domain) {
        List<Map<String, String>> inputs = List.of(Map.of());
        for (String question : questions) {
            List<String> values = domain.get(question);
            if (values == null) {
                throw new AssertionError("the values of \"" + question + "\" are missing; the table asks " + questions);
            }
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> input : inputs) {
                for (String value : values) {
                    Map<String, String> next = new LinkedHashMap<>(input);
                    next.put(question, value);
                    longer.add(next);
                }
            }
            inputs = longer;
        }
        return inputs;
    }
}
