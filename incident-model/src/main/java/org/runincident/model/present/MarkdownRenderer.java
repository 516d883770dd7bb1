package org.runincident.model.present;

/** CommonMark; what others wrote is escaped, so that it reads as it was written. */
final class MarkdownRenderer implements Renderer {
    private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|&~:@$";

    @Override
    public String render(Presentation presentation) {
        if (presentation.audience() == Audience.OPERATOR) {
            return escape(presentation.headline()) + "\n";
        }
        StringBuilder out = new StringBuilder();
        out.append("> **").append(escape(presentation.headline())).append("**  \n");
        out.append("> ").append(escape(presentation.ending())).append("\n\n");
        int number = 1;
        for (Presentation.Action action : presentation.actions()) {
            out.append(number++).append(". ").append(escape(action.label())).append('\n');
        }
        for (Presentation.Section section : presentation.sections()) {
            out.append("\n### ").append(escape(section.title())).append("\n\n");
            for (Presentation.Line line : section.lines()) {
                out.append("- ");
                if (!line.label().isEmpty()) {
                    out.append("**").append(escape(line.label())).append(":** ");
                }
                out.append(escape(line.text())).append('\n');
            }
        }
        return out.toString();
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append(' ');
            } else {
                if (SPECIAL.indexOf(c) >= 0) {
                    out.append('\\');
                }
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
