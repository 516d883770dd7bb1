package org.runincident.audit.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.audit.catalog.FailureCatalog.Mention;

/**
 * What documents say of codes: each is known by its label ({@code DispatchCode.EXHAUSTED}), by its constant where that has
 * two words or more, and by what is stored for it. A name that looks like one of them and is declared nowhere is a mention
 * of nothing: {@code DispatchCode.GONE}; {@code DSP-105} where {@code DSP-101} is declared; a name in capitals that begins
 * a row or item among those of declared codes.
 */
final class Documents {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*[A-Za-z0-9]");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+[-_.]?)\\d+");

    /** A row of a table or an item of a list, and the name it begins with. */
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*(?:[-*+]|\\d+\\.|\\||#{2,6})\\s*(?:\\*\\*)?`?([A-Z][A-Z0-9_]+)`?");

    private static final int LEAST_NEIGHBOURS = 2;

    private final Map<String, DeclaredCode> byWord = new HashMap<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();

    private final Map<DeclaredCode, Set<Mention>> known = new HashMap<>();
    private final Set<Mention> unknown = new LinkedHashSet<>();

    Documents(List<DeclaredCode> codes) {
        for (DeclaredCode code : codes) {
            types.add(code.name());
            byWord.putIfAbsent(code.label(), code);
            if (CONSTANT.matcher(code.constant()).matches()) {
                byWord.putIfAbsent(code.constant(), code);
            }
            if (code.code().matches(".*[A-Za-z].*") && code.code().length() > 3) {
                byWord.putIfAbsent(code.code(), code);
            }
            for (String spelling : List.of(code.code(), code.constant())) {
                Matcher numbered = NUMBERED.matcher(spelling);
                if (numbered.matches()) {
                    prefixes.add(numbered.group(1));
                    byWord.putIfAbsent(spelling, code);
                }
            }
        }
    }

    /** Reads a document; what it says adds to what others have said. */
    void read(String file, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher word = WORD.matcher(lines.get(i));
            while (word.find()) {
                word(file, i + 1, word.group());
            }
        }
        blocks(file, lines);
    }

    private void word(String file, int line, String word) {
        DeclaredCode code = byWord.get(word);
        if (code != null) {
            known.computeIfAbsent(code, c -> new LinkedHashSet<>()).add(new Mention(file, line, word));
            return;
        }
        int dot = word.lastIndexOf('.');
        String type = dot < 0 ? "" : word.substring(0, dot).replaceAll(".*\\.", "");
        Matcher numbered = NUMBERED.matcher(word);
        if (types.contains(type) && word.substring(dot + 1).matches("[A-Z][A-Z0-9_]*")
                || numbered.matches() && prefixes.contains(numbered.group(1))) {
            DeclaredCode qualified = dot < 0 ? null : byWord.get(type + "." + word.substring(dot + 1));
            if (qualified == null) {
                unknown.add(new Mention(file, line, word));
            } else {
                known.computeIfAbsent(qualified, c -> new LinkedHashSet<>()).add(new Mention(file, line, word));
            }
        }
    }

    /** Lines that follow each other without a blank one between: a table, a list. */
    private void blocks(String file, List<String> lines) {
        List<Mention> entries = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).isBlank()) {
                block(entries);
                entries.clear();
            } else {
                Matcher entry = ENTRY.matcher(lines.get(i));
                if (entry.find()) {
                    entries.add(new Mention(file, i + 1, entry.group(1)));
                }
            }
        }
    }

    private void block(List<Mention> entries) {
        Set<String> constants = new HashSet<>();
        byWord.values().forEach(code -> constants.add(code.constant()));
        long declared =
                entries.stream().filter(e -> constants.contains(e.name())).count();
        if (declared < LEAST_NEIGHBOURS) {
            return;
        }
        entries.stream()
                .filter(e -> !constants.contains(e.name()) && !byWord.containsKey(e.name()))
                .forEach(unknown::add);
    }

    List<Mention> of(DeclaredCode code) {
        return List.copyOf(known.getOrDefault(code, Set.of()));
    }

    /** Names that look like codes and are declared nowhere. */
    List<Mention> undeclared() {
        return List.copyOf(unknown);
    }
}
