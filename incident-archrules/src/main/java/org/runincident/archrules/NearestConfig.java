package org.runincident.archrules;

import java.nio.file.Path;
import java.util.List;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigReader;
import org.runincident.vocabulary.IncidentConfig;

/** What the nearest {@code incident.json} says, from the working folder upwards: tests run in the folder of their module. */
final class NearestConfig {
    private NearestConfig() {}

    private static final class Read {
        private static final IncidentConfig CONFIG = read();
    }

    static IncidentConfig get() {
        return Read.CONFIG;
    }

    private static IncidentConfig read() {
        Path here = Path.of("").toAbsolutePath();
        List<String> rules = Rules.all().list().stream().map(Rule::id).toList();
        return new ConfigReader(rules).nearest(here, here.getRoot());
    }
}
