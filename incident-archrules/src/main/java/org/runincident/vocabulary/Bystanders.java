package org.runincident.vocabulary;

import java.util.List;
import java.util.Set;

/** Classes that speak of statuses without giving one: definitions, queries, copies, telemetry, persistence. */
public final class Bystanders {

    private final Set<String> definitions;
    private final List<List<String>> telemetry;
    private final Set<String> stores;
    private final Set<String> lifecycleOwners;
    private final Set<String> plans;
    private final Answers areTelemetry = new Answers(this::holdsTelemetry);

    Bystanders(WordLists lists) {
        definitions = lists.words("definitionTypes");
        telemetry = lists.words("telemetryTypes").stream().map(Words::of).toList();
        stores = lists.words("storeTypes");
        lifecycleOwners = lists.words("lifecycleOwners");
        plans = lists.words("planTypes");
    }

    /** Whether a class of that simple name describes, queries or copies statuses. */
    public boolean isDefinition(String simpleName) {
        return endsWithOne(withoutImpl(simpleName), definitions);
    }

    /** Whether an object of that simple name, made with a status, is a plan to give it and not what has it. */
    public boolean isPlan(String simpleName) {
        return endsWithOne(withoutImpl(simpleName), plans);
    }

    private static String withoutImpl(String simpleName) {
        return simpleName.endsWith("Impl") ? simpleName.substring(0, simpleName.length() - 4) : simpleName;
    }

    /** Whether a class of that simple name mirrors statuses for telemetry. */
    public boolean isTelemetry(String simpleName) {
        return areTelemetry.of(simpleName);
    }

    private boolean holdsTelemetry(String simpleName) {
        List<String> words = Words.of(simpleName);
        for (List<String> sought : telemetry) {
            for (int i = 0; i + sought.size() <= words.size(); i++) {
                if (words.subList(i, i + sought.size()).equals(sought)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a class of that simple name persists what it is given. */
    public boolean isStore(String simpleName) {
        return endsWithOne(simpleName, stores);
    }

    /** Whether a class of that simple name that stops is a part of the program, not a run of it. */
    public boolean isLifecycleOwner(String simpleName) {
        return endsWithOne(simpleName, lifecycleOwners);
    }

    private static boolean endsWithOne(String simpleName, Set<String> words) {
        for (String word : words) {
            if (simpleName.endsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
