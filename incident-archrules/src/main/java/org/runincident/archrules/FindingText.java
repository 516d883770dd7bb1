package org.runincident.archrules;

import java.util.stream.Collectors;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.rule.Finding;

/**
 * A finding as a violation of an architecture rule: where and what on the first line, then on which path, then how to mend it.
 */
final class FindingText {
    private FindingText() {}

    static String of(Finding finding) {
        String path = finding.path().stream()
                .map(step -> fileName(step.at()) + " " + step.text())
                .collect(Collectors.joining("; then "));
        return finding.rule() + ": " + where(finding.member(), finding) + " (" + fileName(finding.at()) + "): "
                + finding.message()
                + (path.isEmpty() ? "" : System.lineSeparator() + "    path: " + path)
                + System.lineSeparator() + "    mend: " + finding.hint();
    }

    private static String where(MethodKey member, Finding finding) {
        if (member == null) {
            return "File <" + finding.at().file() + ">";
        }
        String name = member.name();
        String parameters = "(" + String.join(", ", member.parameterTypes()) + ")";
        return switch (name) {
            case "<clinit>" -> "Static initializer <" + member.owner() + ">";
            case "<fields>" -> "Field initializer <" + member.owner() + ">";
            case "<init>" -> "Constructor <" + member.owner() + parameters + ">";
            default -> "Method <" + member.owner() + "." + name + parameters + ">";
        };
    }

    private static String fileName(Place place) {
        String file = place.file();
        return file.substring(file.lastIndexOf('/') + 1) + ":" + place.span().line();
    }
}
