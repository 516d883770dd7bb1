package org.runincident.model.present;

/** Plain text, at most as wide as what it is given. */
final class TextRenderer implements Renderer {
    @Override
    public String render(Presentation presentation) {
        if (presentation.audience() == Audience.OPERATOR) {
            return presentation.headline() + "\n";
        }
        StringBuilder out = new StringBuilder();
        out.append(clean(presentation.headline())).append('\n');
        out.append(clean(presentation.ending())).append("\n\n");
        for (Presentation.Action action : presentation.actions()) {
            out.append("  > ").append(clean(action.label())).append('\n');
        }
        for (Presentation.Section section : presentation.sections()) {
            out.append('\n').append(clean(section.title())).append('\n');
            for (Presentation.Line line : section.lines()) {
                out.append("  ");
                if (!line.label().isEmpty()) {
                    out.append(clean(line.label())).append(": ");
                }
                out.append(clean(line.text())).append('\n');
            }
        }
        return out.toString();
    }

    /** Further lines are indented, other control characters (which a terminal would obey) are dropped. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("\n    ");
            } else if (c == '\t' || !Character.isISOControl(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
