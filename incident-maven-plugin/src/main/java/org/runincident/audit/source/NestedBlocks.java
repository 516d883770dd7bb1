package org.runincident.audit.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * Finds blocks inside of expressions inside of blocks inside of expressions, and so on: lambdas in calls, anonymous classes,
 * switch expressions. The parser looks ahead over each of them twice per level, so that a text of twenty levels would
 * take hours.
 */
final class NestedBlocks {
    /** A quarter of a second on a slow machine; people write four levels, generators eight. */
    static final int MOST = 12;

    /** Below this depth of braces the text need not be cut into tokens; some signs may stand in literals. */
    private static final int SUSPICIOUS = 8;

    private enum Bracket {
        PLAIN,
        ARGUMENTS,
        ARGUMENTS_OF_NEW,
        BLOCK_IN_EXPRESSION
    }

    private final Lexer lexer;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private int depth;
    private boolean behindNew;
    private boolean behindArgumentsOfNew;

    private NestedBlocks(String text) {
        this.lexer = new Lexer(text);
    }

    /** Where the text first goes deeper than {@link #MOST} levels. */
    static OptionalInt tooDeep(String text) {
        return isSuspicious(text) ? new NestedBlocks(text).find() : OptionalInt.empty();
    }

    private static boolean isSuspicious(String text) {
        int braces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && ++braces >= SUSPICIOUS) {
                return true;
            }
            if (c == '}' && braces > 0) {
                braces--;
            }
        }
        return false;
    }

    private OptionalInt find() {
        for (char token = lexer.next(); token != Lexer.END; token = lexer.next()) {
            switch (token) {
                case '(' -> open.push(behindNew ? Bracket.ARGUMENTS_OF_NEW : Bracket.ARGUMENTS);
                case '{' -> {
                    boolean inExpression = behindArgumentsOfNew || isArguments(open.peek());
                    open.push(inExpression ? Bracket.BLOCK_IN_EXPRESSION : Bracket.PLAIN);
                    depth += inExpression ? 1 : 0;
                    if (depth > MOST) {
                        return OptionalInt.of(lexer.start());
                    }
                }
                case ')', '}' -> close(token);
                default -> {}
            }
            if (token != ')') {
                behindArgumentsOfNew = false;
            }
            behindNew = token == Lexer.WORD ? behindNew || lexer.is("new") : behindNew && ".<>,?@&".indexOf(token) >= 0;
        }
        return OptionalInt.empty();
    }

    private static boolean isArguments(Bracket bracket) {
        return bracket == Bracket.ARGUMENTS || bracket == Bracket.ARGUMENTS_OF_NEW;
    }

    /** What does not fit is passed over: the text may be broken. */
    private void close(char token) {
        Bracket last = open.peek();
        if (last == null || isArguments(last) != (token == ')')) {
            return;
        }
        open.pop();
        depth -= last == Bracket.BLOCK_IN_EXPRESSION ? 1 : 0;
        behindArgumentsOfNew = last == Bracket.ARGUMENTS_OF_NEW;
    }
}
