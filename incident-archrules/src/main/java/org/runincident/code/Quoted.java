package org.runincident.code;

/** Source text inside a sentence. */
public final class Quoted {
    private static final String UNNAMED = "the ";

    private Quoted() {}

    /**
     * The text in backticks; what has no name in the source and is described instead ({@code the StepResult}) as it is.
     *
     * @param expression source text, or a description that begins with "the "
     */
    public static String of(String expression) {
        return expression.startsWith(UNNAMED) ? expression : "`" + expression + "`";
    }
}
