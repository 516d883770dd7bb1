package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as text for a terminal: headings stand out, prose is wrapped, code is left as it is. */
final class MarkdownText extends AbstractVisitor {
    private static final int CODE_INDENT = 4;

    private final Ansi ansi;
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private int indent;
    private String bullet = "";

    MarkdownText(Ansi ansi, int width) {
        this.ansi = ansi;
        this.width = width;
    }

    List<String> lines(String markdown) {
        Parser.builder().build().parse(markdown).accept(this);
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        String text = prose.toString();
        prose.setLength(0);
        blank();
        lines.add(ansi.bold(heading.getLevel() == 1 ? text.toUpperCase(java.util.Locale.ROOT) : text));
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        flush();
        if (!(paragraph.getParent() instanceof ListItem)) {
            blank();
        }
    }

    @Override
    public void visit(BulletList list) {
        items(list, false);
    }

    @Override
    public void visit(OrderedList list) {
        items(list, true);
    }

    private void items(Node list, boolean numbered) {
        int number = 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            bullet = numbered ? number++ + ". " : "- ";
            int inner = bullet.length();
            indent += inner;
            visitChildren(item);
            flush();
            indent -= inner;
        }
        blank();
    }

    @Override
    public void visit(BlockQuote quote) {
        indent += 2;
        visitChildren(quote);
        indent -= 2;
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    private void code(String literal) {
        flush();
        literal.lines().forEach(line -> lines.add(line.isBlank() ? "" : " ".repeat(indent + CODE_INDENT) + line));
        blank();
    }

    @Override
    public void visit(ThematicBreak rule) {
        blank();
    }

    @Override
    public void visit(Code code) {
        prose.append('`').append(code.getLiteral()).append('`');
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        if (link.getDestination().contains("://")) {
            prose.append(" <").append(link.getDestination()).append('>');
        }
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        prose.append(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        prose.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        flush();
    }

    private void flush() {
        if (prose.isEmpty()) {
            return;
        }
        for (String line : Text.wrap(prose.toString(), width - indent)) {
            lines.add(" ".repeat(indent - bullet.length()) + bullet + line);
            bullet = "";
        }
        prose.setLength(0);
    }

    private void blank() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }
}
