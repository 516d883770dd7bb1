package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.ratchet.Samples.EVERYTHING;
import static org.runincident.audit.ratchet.Samples.at;
import static org.runincident.audit.ratchet.Samples.baseline;
import static org.runincident.audit.ratchet.Samples.findings;
import static org.runincident.audit.ratchet.Samples.findingsIn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.audit.ratchet.Comparison.How;

class MatcherTest {
    private static final String CATCH = "} catch (Exception e) { return null; }";

    @Test
    void the_same_findings_are_all_known() {
        List<Identified> found = findings(at("Swallowed", "close", CATCH), at("LostCause", "open", "throw new X();"));
        Comparison comparison = Matcher.compare(baseline(found), found, EVERYTHING);
        assertThat(comparison.known()).hasSize(2).allMatch(match -> match.how() == How.EXACT);
        assertThat(comparison.fresh()).isEmpty();
        assertThat(comparison.stale()).isEmpty();
    }

    @Test
    void a_third_of_the_same_is_new() {
        Baseline two = baseline(findings(at("Swallowed", "close", CATCH), at("Swallowed", "close", CATCH)));
        List<Identified> three = findings(
                at("Swallowed", "close", CATCH), at("Swallowed", "close", CATCH), at("Swallowed", "close", CATCH));
        Comparison comparison = Matcher.compare(two, three, EVERYTHING);
        assertThat(comparison.fresh()).hasSize(1);
        assertThat(comparison.known()).hasSize(2);
    }

    @Test
    void one_of_three_mended_is_one_stale_whichever_it_was() {
        Baseline three = baseline(findings(
                at("Swallowed", "close", CATCH), at("Swallowed", "close", CATCH), at("Swallowed", "close", CATCH)));
        List<Identified> two = findings(at("Swallowed", "close", CATCH), at("Swallowed", "close", CATCH));
        Comparison comparison = Matcher.compare(three, two, EVERYTHING);
        assertThat(comparison.stale()).hasSize(1);
        assertThat(comparison.fresh()).isEmpty();
    }

    @Test
    void a_mend_in_one_member_does_not_pay_for_a_new_one_in_another() {
        Baseline old = baseline(findings(at("Swallowed", "close", CATCH)));
        Scope bothThere = new Scope() {
            @Override
            public boolean judged(String file, String rule) {
                return true;
            }

            @Override
            public boolean exists(String member) {
                return true;
            }
        };
        Comparison comparison = Matcher.compare(old, findings(at("Swallowed", "open", CATCH)), bothThere);
        assertThat(comparison.fresh()).hasSize(1);
        assertThat(comparison.stale()).hasSize(1);
    }

    @Test
    void a_local_edit_of_the_site_keeps_the_finding() {
        Baseline old = baseline(findings(at("Swallowed", "close", "catch (Exception e) { count++; return null; }")));
        List<Identified> edited =
                findings(at("Swallowed", "close", "catch (Exception e) { count++; total++; return null; }"));
        Comparison comparison = Matcher.compare(old, edited, EVERYTHING);
        assertThat(comparison.known()).singleElement().matches(match -> match.how() == How.EDITED);
    }

    @Test
    void another_site_in_the_same_member_is_not_an_edit() {
        Baseline old = baseline(findings(at("Silent", "close", "order.setStatus(FAILED);")));
        List<Identified> other = findings(at("Silent", "close", "new Refund(REJECTED, id).send(bus, topic);"));
        Comparison comparison = Matcher.compare(old, other, EVERYTHING);
        assertThat(comparison.fresh()).hasSize(1);
        assertThat(comparison.stale()).hasSize(1);
    }

    @Test
    void a_renamed_package_class_or_method_takes_its_findings_along() {
        Baseline old = baseline(
                findings(at("Swallowed", "a.B#close", CATCH), at("Swallowed", "a.B#open", "catch (Error e) {}")));
        List<Identified> moved = findingsIn(
                "src/C.java", at("Swallowed", "b.C#close", CATCH), at("Swallowed", "b.C#open", "catch (Error e) {}"));
        Comparison comparison = Matcher.compare(old, moved, EVERYTHING);
        assertThat(comparison.known()).hasSize(2).allMatch(match -> match.how() == How.MOVED);
        List<Identified> renamed =
                findings(at("Swallowed", "a.B#shut", CATCH), at("Swallowed", "a.B#open", "catch (Error e) {}"));
        assertThat(Matcher.compare(old, renamed, EVERYTHING).fresh()).isEmpty();
    }

    @Test
    void only_what_was_judged_can_be_stale() {
        Baseline old = baseline(findings(at("Swallowed", "close", CATCH)));
        Scope otherRuleOnly = new Scope() {
            @Override
            public boolean judged(String file, String rule) {
                return !rule.equals("Swallowed");
            }

            @Override
            public boolean exists(String member) {
                return true;
            }
        };
        Comparison comparison = Matcher.compare(old, List.of(), otherRuleOnly);
        assertThat(comparison.stale()).isEmpty();
        assertThat(comparison.unjudged()).hasSize(1);
    }

    @Test
    void a_finding_of_another_rule_at_the_same_site_is_new() {
        Baseline old = baseline(findings(at("Swallowed", "close", CATCH)));
        assertThat(Matcher.compare(old, findings(at("LostCause", "close", CATCH)), EVERYTHING)
                        .fresh())
                .hasSize(1);
    }
}
