package com.github.javaparser;

import java.util.Optional;

/** A token that knows the next one, and makes its range when somebody asks: most are neither first nor last of a node. */
final class LeanToken extends JavaToken {
    private final int beginLine;
    private final int beginColumn;
    private final int endLine;
    private final int endColumn;
    private Range range;
    private LeanToken next;

    LeanToken(Token token) {
        super(null, token.kind, token.image, null, null);
        beginLine = token.beginLine;
        beginColumn = token.beginColumn;
        endLine = token.endLine;
        endColumn = token.endColumn;
    }

    /** Stands before that one. */
    void before(LeanToken other) {
        next = other;
    }

    @Override
    public boolean hasRange() {
        return true;
    }

    @Override
    public Optional<Range> getRange() {
        if (range == null) {
            Position begin = new Position(beginLine, beginColumn);
            boolean one = beginLine == endLine && beginColumn == endColumn;
            range = new Range(begin, one ? begin : new Position(endLine, endColumn));
        }
        return Optional.of(range);
    }

    @Override
    public Optional<JavaToken> getNextToken() {
        return Optional.ofNullable(next);
    }
}
