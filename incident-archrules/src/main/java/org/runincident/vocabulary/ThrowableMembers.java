package org.runincident.vocabulary;

import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;

/** What the methods of an exception, and the well-known helpers that take one, give back. */
public final class ThrowableMembers {
    private final Set<String> text;
    private final Set<String> keeping;
    private final Set<String> textMakers;
    private final Set<String> textBuffers;
    private final Set<String> rethrowers;
    private final Set<String> exits;

    ThrowableMembers(WordLists lists) {
        this.text = lists.words("throwableTextMembers");
        this.keeping = lists.words("throwableKeepingMembers");
        this.textMakers = lists.words("textMakers");
        this.textBuffers = lists.words("textBuffers");
        this.rethrowers = lists.words("rethrowingHelpers");
        this.exits = lists.words("processExits");
    }

    /** A member of the exception that yields text: message, class name. */
    public boolean yieldsText(String method) {
        return text.contains(method);
    }

    /** A member of the exception that yields something which keeps the trace or a cause. */
    public boolean yieldsKept(String method) {
        return keeping.contains(method) || method.startsWith("get") && method.endsWith("Exception");
    }

    /** A call of another object that makes text of its arguments: {@code String.valueOf}, {@code String.format}. */
    public boolean makesText(TypeName owner, String method) {
        return textMakers.contains(owner.simple() + "#" + method);
    }

    /** A type that gathers text: what goes in comes out as text. */
    public boolean isTextBuffer(TypeName type) {
        return textBuffers.contains(type.simple());
    }

    /** A helper, named for it, whose text of an exception holds the whole stack trace. */
    public boolean yieldsStackText(String method) {
        List<String> words = Words.of(method);
        return words.contains("stack")
                || words.contains("stacktrace")
                || words.contains("trace")
                || words.contains("stringify");
    }

    /** A helper that throws the very exception it is given. */
    public boolean rethrows(String method) {
        return rethrowers.stream().anyMatch(method::startsWith);
    }

    /** A call that ends the process. */
    public boolean endsProcess(TypeName owner, String method) {
        return exits.contains(owner.simple() + "#" + method);
    }
}
