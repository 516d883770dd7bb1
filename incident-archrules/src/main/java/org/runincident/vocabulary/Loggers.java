package org.runincident.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.runincident.code.TypeName;

/**
 * What counts as a log. A receiver is known by its type; where the type is not known, by a name that is a logger's as a
 * whole ({@code log}, {@code auditLogger}) together with a method that is a level. A type or method that merely contains
 * "log" ({@code Catalog}, {@code Math.log}) is none.
 */
public final class Loggers {
    private final Set<String> types;
    private final Set<String> levels;
    private final Set<String> messageOnly;
    private final Set<String> parametersAsText;
    private final Set<String> formatting;
    private final Set<String> consoles;

    Loggers(WordLists lists) {
        this.types = lists.words("loggerTypes");
        this.levels = lists.words("logLevels");
        this.messageOnly = lists.words("loggersWithObjectMessage");
        this.parametersAsText = lists.words("loggersWithTextParameters");
        this.formatting = lists.words("logMethodsWithFormat");
        this.consoles = lists.words("consoleTypes");
    }

    /** Whether values of that type are loggers, or the builders of a fluent one. */
    public boolean isLogger(TypeName type) {
        return contains(types, type);
    }

    /** Whether it is a stream or writer that people print to. */
    public boolean isConsole(TypeName type) {
        return contains(consoles, type);
    }

    /** Whether a lone argument of that logger is its message, so that an exception there leaves no stack trace. */
    public boolean takesLoneArgumentAsMessage(TypeName type) {
        return contains(messageOnly, type);
    }

    /** Whether that logger writes the parameters of a message as text, an exception among them, too. */
    public boolean writesParametersAsText(TypeName type) {
        return contains(parametersAsText, type);
    }

    /** Whether that method makes text of all that stands behind its format, an exception among it, too. */
    public boolean formats(TypeName type, String method) {
        return formatting.contains(method) || formatting.contains(type.simple() + "#" + method);
    }

    /** Whether a variable or field of that name is a logger, for receivers of unknown type. */
    public boolean isLoggerName(String name) {
        List<String> words = Words.of(name);
        return !words.isEmpty() && Set.of("log", "logger").contains(words.get(words.size() - 1));
    }

    /** Whether a method of that name writes a log record. */
    public boolean isLevel(String method) {
        return levels.contains(method);
    }

    /** Whether a method of that name asks if a level is on. */
    public boolean isLevelTest(String method) {
        return method.startsWith("is") && (method.endsWith("Enabled") || method.equals("isLoggable"));
    }

    /** Whether a method of that name belongs to a fluent log statement. */
    public boolean isFluentPart(String method) {
        return isLevel(method)
                || method.startsWith("at")
                || method.startsWith("with")
                || method.startsWith("set")
                || method.startsWith("add");
    }

    /** The level a log method stands for, in lower case; the method's name where it names none. */
    public String level(String method) {
        String plain = method.startsWith("at") && method.length() > 2 ? method.substring(2) : method;
        return plain.toLowerCase(Locale.ROOT);
    }

    private static boolean contains(Set<String> types, TypeName type) {
        if (type.isUnknown()) {
            return false;
        }
        return type.resolved()
                ? types.contains(type.text())
                : types.stream()
                        .anyMatch(t -> t.substring(t.lastIndexOf('.') + 1).equals(type.simple()));
    }
}
