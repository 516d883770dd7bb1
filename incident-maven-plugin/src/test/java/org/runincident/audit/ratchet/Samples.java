package org.runincident.audit.ratchet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.rule.Finding;
import org.runincident.rule.Severity;

/** Findings and baselines for tests, made from a few words. */
final class Samples {
    static final Scope EVERYTHING = new Scope() {
        @Override
        public boolean judged(String file, String rule) {
            return true;
        }

        @Override
        public boolean exists(String member) {
            return false;
        }
    };

    private Samples() {}

    /** A finding at a line of {@code source}, in {@code member} of {@code a.B}. */
    record At(String rule, String member, String source) {
        MethodKey key() {
            int hash = member.indexOf('#');
            return hash < 0
                    ? new MethodKey("a.B", member, List.of())
                    : new MethodKey(member.substring(0, hash), member.substring(hash + 1), List.of());
        }
    }

    static At at(String rule, String member, String source) {
        return new At(rule, member, source);
    }

    static List<Identified> findings(At... ats) {
        return findingsIn("src/B.java", ats);
    }

    static List<Identified> findingsIn(String file, At... ats) {
        List<String> lines = Arrays.stream(ats).map(At::source).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < ats.length; i++) {
            Span span = new Span(i + 1, 1, i + 1, ats[i].source().length());
            findings.add(new Finding(
                    ats[i].rule(), Severity.ERROR, new Place(file, span), ats[i].key(), "Wrong.", "Mend.", List.of()));
        }
        findings.sort(null);
        return Identities.of(findings, path -> lines, UnaryOperator.identity());
    }

    static Baseline baseline(List<Identified> findings) {
        return new Baseline(findings.stream()
                .map(f -> new BaselineEntry(
                        f.identity().rule(),
                        f.file(),
                        f.identity().member(),
                        f.identity().site(),
                        f.identity().n(),
                        "",
                        ""))
                .toList());
    }

    static RatchetModule module(Path folder, String name, List<Identified> findings, Scope scope) {
        BaselineFile file = new BaselineFile(
                folder.resolve(BaselineFile.NAME), folder.resolve("target/lock"), name + "/" + BaselineFile.NAME);
        return new RatchetModule(name, folder, file, findings, scope, List.of(), Set.of());
    }

    static BaselineEntry entry(String rule, String member, String site, String because) {
        return new BaselineEntry(rule, "src/B.java", member, site, 1, because, because.isEmpty() ? "" : "2026-01-02");
    }
}
