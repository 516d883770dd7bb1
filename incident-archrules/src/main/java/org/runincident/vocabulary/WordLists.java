package org.runincident.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The named lists everything in the vocabulary is made of: the defaults of {@code defaults.json}, with what a project adds
 * or removes. Immutable.
 */
public final class WordLists {
    private static final String DEFAULTS = "defaults.json";

    private final Map<String, Set<String>> lists;
    private final Map<String, String> abouts;

    private WordLists(Map<String, Set<String>> lists, Map<String, String> abouts) {
        this.lists = lists;
        this.abouts = abouts;
    }

    /** Read when first asked for: every module of an audit begins with them. */
    private static final class Shipped {
        private static final WordLists LISTS = read();
    }

    /** The lists as shipped. */
    public static WordLists defaults() {
        return Shipped.LISTS;
    }

    private static WordLists read() {
        Map<String, Set<String>> lists = new TreeMap<>();
        Map<String, String> abouts = new TreeMap<>();
        try (InputStream in = WordLists.class.getResourceAsStream(DEFAULTS);
                JsonCursor json = new JsonCursor(in.readAllBytes(), DEFAULTS)) {
            json.object(
                    DEFAULTS,
                    list -> json.object(list, member -> {
                        if (member.equals("about")) {
                            abouts.put(list, json.text(member, "a sentence"));
                        } else {
                            lists.put(list, new LinkedHashSet<>(json.texts(member, word -> {})));
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped vocabulary cannot be read", e);
        }
        return new WordLists(lists, abouts);
    }

    /** Names of all lists, sorted. */
    public List<String> names() {
        return List.copyOf(lists.keySet());
    }

    /** One sentence on what the words of a list mean. */
    public String about(String name) {
        return abouts.getOrDefault(name, "");
    }

    /**
     * The words of a list, in the order they were given.
     *
     * @throws IllegalArgumentException when there is no such list
     */
    public Set<String> words(String name) {
        Set<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalArgumentException("no word list is called " + name);
        }
        return Collections.unmodifiableSet(words);
    }

    /** The same lists with some words added to and some removed from one of them. */
    public WordLists with(String name, List<String> add, List<String> remove) {
        Set<String> words = new LinkedHashSet<>(words(name));
        words.addAll(add);
        new ArrayList<>(remove).forEach(words::remove);
        Map<String, Set<String>> changed = new TreeMap<>(lists);
        changed.put(name, words);
        return new WordLists(changed, abouts);
    }
}
