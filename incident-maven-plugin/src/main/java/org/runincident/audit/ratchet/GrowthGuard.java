package org.runincident.audit.ratchet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sees to it that a baseline only shrinks on the way from the branch it left: compares it with the one at the merge base. */
public final class GrowthGuard {
    private final String base;

    /** @param base a ref or commit to compare with; empty for the branch's upstream, else the usual main branch */
    public GrowthGuard(String base) {
        this.base = base;
    }

    /**
     * What the guard found.
     *
     * @param grown entries added since the merge base without a because
     * @param raised counts of house rules raised, or names changed, since the merge base without a because
     * @param note one sentence where nothing could be compared, with the way out; empty otherwise
     */
    public record Verdict(List<BaselineEntry> grown, List<Measure> raised, String note) {
        /** Nothing to compare, nothing to say. */
        public static final Verdict NOTHING = new Verdict(List.of(), List.of(), "");

        static Verdict of(Baseline older, Baseline newer) {
            return new Verdict(Growth.unexplained(older, newer), Growth.unexplainedRises(older, newer), "");
        }

        static Verdict note(String sentence) {
            return new Verdict(List.of(), List.of(), sentence);
        }
    }

    /** Compares the baseline of a module as it is on disk. */
    public Verdict check(RatchetModule module) throws BaselineProblem {
        Optional<Baseline> current = module.file().read();
        return current.isEmpty()
                ? Verdict.NOTHING
                : check(
                        module.directory().resolve(BaselineFile.NAME),
                        module.file().shown(),
                        current.get());
    }

    /**
     * Compares.
     *
     * @param file path of the baseline
     * @param shown how messages call it
     * @param current what it holds now
     */
    Verdict check(Path file, String shown, Baseline current) {
        Optional<GitHistory> around = GitHistory.around(file.toAbsolutePath().getParent());
        if (around.isEmpty()) {
            return Verdict.note("No git repository here: whether the baseline has grown cannot be told.");
        }
        try (GitHistory history = around.get()) {
            Optional<String> mergeBase = history.mergeBase(base);
            if (mergeBase.isEmpty()) {
                return Verdict.note(why(history));
            }
            Optional<byte[]> old = history.fileAt(mergeBase.get(), file);
            return old.isEmpty() ? Verdict.NOTHING : Verdict.of(BaselineJson.read(old.get(), shown), current);
        } catch (IOException | BaselineProblem e) {
            return Verdict.note("The baseline at the merge base cannot be read (" + e.getMessage()
                    + "), so whether it has grown cannot be told.");
        }
    }

    private String why(GitHistory history) {
        if (history.isShallow()) {
            return "This clone is shallow, so whether the baseline has grown cannot be told."
                    + " Fetch the history: git fetch --unshallow";
        }
        return base.isEmpty()
                ? "No upstream or main branch to compare the baseline with. Name one: -Dincident.base=origin/main"
                : "The base \"" + base + "\" is not in this clone, so whether the baseline has grown cannot be told."
                        + " Fetch it: git fetch origin";
    }
}
