package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.ConsumerEntry;
import org.runincident.audit.report.Report.HandledEntry;
import org.runincident.audit.report.Report.ModuleEntry;

/** Who handles one outcome, and what happens there to each of its variants: what the next variant will touch. */
public final class OutcomeView {
    private static final Set<String> OUTSIDE = Set.of("json", "http", "message", "stored");
    private static final Map<String, String> TREATMENTS = Map.of(
            "works", "handled",
            "throws", "throws",
            "logs", "only logged",
            "nothing", "nothing happens");
    private static final Map<String, String> FORMS = Map.of(
            "switch_statement", "switch",
            "switch_expression", "switch",
            "if_chain", "if chain",
            "if_row", "row of ifs",
            "visitor", "visitor",
            "registry", "map",
            "json", "mapped to JSON or XML",
            "http", "HTTP",
            "message", "message",
            "stored", "column");

    private final Map<String, List<ConsumerEntry>> byOutcome = new TreeMap<>();
    private final Ansi ansi;

    public OutcomeView(Report report, Ansi ansi) {
        this.ansi = ansi;
        for (ModuleEntry module : report.modules()) {
            for (ConsumerEntry consumer : module.consumers()) {
                byOutcome
                        .computeIfAbsent(consumer.outcome(), outcome -> new ArrayList<>())
                        .add(consumer);
            }
        }
    }

    /** Names of all outcomes that anybody handles, in full, without their packages, and without the types around them. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(byOutcome.keySet());
        for (String name : byOutcome.keySet()) {
            names.add(simple(name));
            names.add(name.substring(name.lastIndexOf('.') + 1));
        }
        return names;
    }

    /**
     * The handlers of the outcomes of that name; empty when there is none.
     *
     * @param type qualified, or as much of the end of the qualified name as tells it
     */
    public List<String> lines(String type) {
        List<String> lines = new ArrayList<>();
        byOutcome.forEach((outcome, consumers) -> {
            if (outcome.equals(type) || outcome.endsWith("." + type)) {
                lines.addAll(lines(outcome, consumers));
            }
        });
        return lines;
    }

    private List<String> lines(String outcome, List<ConsumerEntry> consumers) {
        Predicate<ConsumerEntry> isOutside = consumer -> OUTSIDE.contains(consumer.form());
        List<ConsumerEntry> inside =
                consumers.stream().filter(isOutside.negate()).toList();
        List<ConsumerEntry> outside = consumers.stream().filter(isOutside).toList();
        List<String> lines = new ArrayList<>();
        lines.add(ansi.bold(Text.harmless(outcome)) + "  is handled in " + Text.count(inside.size(), "place")
                + ", and leaves the process in " + outside.size());
        int longest = inside.stream()
                .flatMap(consumer -> fates(consumer).keySet().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        for (ConsumerEntry consumer : inside) {
            lines.add("");
            lines.add("  " + place(consumer));
            fates(consumer)
                    .forEach((variant, fate) ->
                            lines.add("    " + Text.left(Text.harmless(variant), longest) + "  " + fate));
        }
        if (!outside.isEmpty()) {
            lines.add("");
            lines.add("  outside of the process");
            outside.forEach(consumer -> lines.add("    " + place(consumer)));
        }
        lines.add("");
        return lines;
    }

    private static String place(ConsumerEntry consumer) {
        String member = consumer.member() == null ? "" : consumer.member();
        int hash = member.indexOf('#');
        String where = hash < 0 ? "" : "  " + simple(member.substring(0, hash)) + member.substring(hash);
        return Text.harmless(consumer.at().file() + ":" + consumer.at().line() + where) + "  ("
                + FORMS.getOrDefault(consumer.form(), consumer.form()) + ")";
    }

    /** What happens to each variant, those that are named first. */
    private static Map<String, String> fates(ConsumerEntry consumer) {
        Map<String, String> fates = new LinkedHashMap<>();
        for (HandledEntry handled : consumer.named()) {
            fates.put(handled.variant(), TREATMENTS.getOrDefault(handled.treatment(), handled.treatment()));
        }
        String rest = TREATMENTS.getOrDefault(consumer.rest(), consumer.rest());
        String by = consumer.form().equals("visitor") ? "default method: " : "default: ";
        for (String missing : consumer.missing()) {
            fates.put(missing, consumer.restIsExplicit() ? by + rest : "left out: " + rest);
        }
        return fates;
    }

    /** {@code Job.Status} of {@code com.example.Job.Status}: from the first part that looks like a type. */
    private static String simple(String qualified) {
        String[] parts = qualified.split("\\.");
        int first = 0;
        while (first < parts.length - 1 && !Character.isUpperCase(parts[first].charAt(0))) {
            first++;
        }
        return String.join(".", List.of(parts).subList(first, parts.length));
    }
}
