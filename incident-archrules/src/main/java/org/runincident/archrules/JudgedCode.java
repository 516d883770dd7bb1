package org.runincident.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.archrules.bytecode.CompiledProgram;
import org.runincident.flow.Helpers;
import org.runincident.rule.Finding;
import org.runincident.rule.Rule;
import org.runincident.rule.Severity;
import org.runincident.vocabulary.IncidentConfig;

/** All findings in a set of imported classes, by class. */
final class JudgedCode {
    private static final System.Logger LOG = System.getLogger(JudgedCode.class.getName());

    /**
     * Rules are constants that are checked one after the other against the same classes; what was read and judged last is kept
     * as long as memory is at hand.
     */
    private static SoftReference<JudgedCode> last = new SoftReference<>(null);

    private final Set<JavaClass> classes;
    private final IncidentConfig config;
    private final Map<String, List<Finding>> byClass = new HashMap<>();

    private JudgedCode(Collection<JavaClass> classes, IncidentConfig config) {
        this.classes = new HashSet<>(classes);
        this.config = config;
        Helpers helpers = new CommonPool();
        CompiledProgram program = ImportedCode.read(classes, helpers);
        Judged judged = Judged.of(program, config.vocabulary(), this::severity, helpers);
        judged.problems().forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem));
        Map<String, String> byName = new HashMap<>();
        Map<String, String> byFile = new HashMap<>();
        classes.stream().map(JavaClass::getName).sorted().forEach(name -> {
            program.nameOf(name).ifPresent(text -> byName.put(text, name));
            program.fileOf(name).ifPresent(file -> byFile.putIfAbsent(file, name));
        });
        for (Finding finding : judged.findings()) {
            String owner = finding.member() == null
                    ? null
                    : byName.get(finding.member().owner());
            String type = owner != null ? owner : byFile.get(finding.at().file());
            byClass.computeIfAbsent(type, t -> new ArrayList<>()).add(finding);
        }
    }

    /** Judges classes, or gives what is known of them. */
    static synchronized JudgedCode of(Collection<JavaClass> classes, IncidentConfig config) {
        JudgedCode known = last.get();
        if (known == null
                || known.config != config
                || known.classes.size() != classes.size()
                || !known.classes.containsAll(classes)) {
            known = new JudgedCode(classes, config);
            last = new SoftReference<>(known);
        }
        return known;
    }

    private Severity severity(Rule rule) {
        var settings = config.rule(rule.id());
        if (settings.level().isPresent()) {
            return settings.isOff()
                    ? null
                    : Severity.valueOf(settings.level().get().name());
        }
        return rule.info().severity();
    }

    /** Findings in a class, in the order of their lines. */
    List<Finding> in(JavaClass type) {
        return byClass.getOrDefault(type.getName(), List.of());
    }
}
