package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.runincident.code.MethodKey;
import org.runincident.rule.Finding;

/** Gives findings their identities. */
public final class Identities {
    private Identities() {}

    /**
     * Identities of the findings of one module, in their order; equal ones in a member are counted from 1 in the order of
     * their places.
     *
     * @param findings sorted
     * @param lines the lines of a file by its path in {@link org.runincident.code.Place#file()}; empty when unreadable
     * @param relative turns that path into the one relative to the module's folder
     */
    public static List<Identified> of(
            List<Finding> findings, Function<String, List<String>> lines, UnaryOperator<String> relative) {
        Map<Identity, Integer> seen = new HashMap<>();
        List<Identified> identified = new ArrayList<>();
        for (Finding finding : findings) {
            String site =
                    SiteText.of(lines.apply(finding.at().file()), finding.at().span());
            MethodKey member = finding.member();
            String signature = member == null ? "" : member.signature();
            String file = relative.apply(finding.at().file());
            Identity first = new Identity(finding.rule(), signature, member == null ? file + " " + site : site, 1);
            int n = seen.merge(first, 1, Integer::sum);
            Identity identity = n == 1 ? first : new Identity(first.rule(), first.member(), first.site(), n);
            identified.add(new Identified(finding, identity, file));
        }
        return List.copyOf(identified);
    }
}
