package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.ratchet.BaselineEntry;
import org.runincident.audit.ratchet.BaselineFile;
import org.runincident.audit.ratchet.Comparison;
import org.runincident.audit.ratchet.GrowthGuard;
import org.runincident.audit.ratchet.Measure;
import org.runincident.audit.ratchet.RatchetModule;

/** What a build says of a module's baseline: what was mended, whether it has grown, and the command for each. */
public final class BaselineReport {
    private static final int MOST_NAMED = 10;

    private final ConsoleOptions options;
    private final boolean strict;
    private final List<String> hints = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private String verdict = "";

    /** @param strict whether mended findings that are not struck out fail the build */
    public BaselineReport(ConsoleOptions options, boolean strict) {
        this.options = options;
        this.strict = strict;
    }

    /**
     * Looks at one module.
     *
     * @param hasBaseline whether it has a baseline at all
     * @param failing how many findings fail the build
     */
    public void add(
            RatchetModule module, boolean hasBaseline, int failing, Comparison comparison, GrowthGuard.Verdict growth) {
        if (!hasBaseline) {
            noBaseline(module, failing);
        }
        stale(module, comparison.stale());
        grown(module, growth);
    }

    private void noBaseline(RatchetModule module, int findings) {
        if (findings > 0) {
            failures.addAll(wrapped(module.name() + " has " + Text.count(findings, "finding")
                    + " and no baseline (expected " + module.file().shown()
                    + "), so all are new. To take them in once, on a developer's machine: " + options.command()
                    + "baseline"));
        }
    }

    private void stale(RatchetModule module, List<BaselineEntry> stale) {
        if (stale.isEmpty()) {
            return;
        }
        String mended = Text.count(stale.size(), "finding") + (stale.size() == 1 ? " was" : " were") + " mended: "
                + options.command() + "tighten strikes " + (stale.size() == 1 ? "it" : "them")
                + " out, so that " + (stale.size() == 1 ? "it" : "they") + " cannot come back.";
        List<String> to = strict ? failures : hints;
        to.addAll(wrapped(mended));
        stale.stream().limit(MOST_NAMED).forEach(entry -> to.add("  " + entry.rule() + " in " + shortMember(entry)));
        if (stale.size() > MOST_NAMED) {
            to.add("  ... and " + (stale.size() - MOST_NAMED) + " more");
        }
        if (strict) {
            verdict(Text.count(stale.size(), "mended finding") + " still in "
                    + module.file().shown() + ". Run " + options.command() + "tighten and commit the file.");
        }
    }

    private void grown(RatchetModule module, GrowthGuard.Verdict growth) {
        if (!growth.note().isEmpty()) {
            hints.addAll(wrapped(growth.note()));
        }
        String file = module.file().shown();
        for (Measure raised : growth.raised()) {
            failures.addAll(wrapped(file + ": " + raised.ratchet() + " of `" + raised.subject() + "` was changed to "
                    + raised.value() + " without a reason. Put the old value back, then say why: " + options.command()
                    + "accept"));
            verdict("A count in " + BaselineFile.NAME + " was raised without a reason.");
        }
        if (growth.grown().isEmpty()) {
            return;
        }
        for (BaselineEntry entry :
                growth.grown().subList(0, Math.min(MOST_NAMED, growth.grown().size()))) {
            failures.addAll(wrapped(file + ": an entry was added without a reason (" + entry.rule() + " in "
                    + shortMember(entry) + "). Take its line out, then say why: " + options.command()
                    + "accept -Dincident.finding="
                    + entry.identity().fingerprint().substring(0, 8)
                    + " -Dincident.because=\"...\""));
        }
        verdict((growth.grown().size() == 1 ? "1 entry was" : growth.grown().size() + " entries were") + " added to "
                + BaselineFile.NAME + " without a reason.");
    }

    /** @param files baselines of other modules that hold what is new here */
    public void knownElsewhere(List<String> files) {
        if (!files.isEmpty()) {
            hints.addAll(wrapped("Something new here is known to " + String.join(", ", files)
                    + ". If the code has moved, " + options.command() + "tighten moves its entries, too."));
        }
    }

    private static String shortMember(BaselineEntry entry) {
        String member = entry.member();
        int hash = member.indexOf('#');
        int dot = member.lastIndexOf('.', hash < 0 ? member.length() : hash);
        return member.isEmpty() ? entry.file() : member.substring(dot + 1);
    }

    private void verdict(String sentence) {
        if (verdict.isEmpty()) {
            verdict = sentence;
        }
    }

    private List<String> wrapped(String text) {
        return Text.wrap(Text.harmless(text), options.width());
    }

    /** Whether the baseline itself fails the build. */
    public boolean fails() {
        return !verdict.isEmpty();
    }

    /** Worth knowing. */
    public List<String> hints() {
        return List.copyOf(hints);
    }

    /** What has to be done. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** One sentence for the end of the log. */
    public String verdict() {
        return verdict;
    }
}
