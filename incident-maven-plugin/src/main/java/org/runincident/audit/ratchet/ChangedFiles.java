package org.runincident.audit.ratchet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Place;
import org.runincident.inventory.Step;
import org.runincident.rule.Finding;

/**
 * The files a change touches, for projects that want no baseline: only findings that begin, end or pass there are judged.
 *
 * @param files paths relative to the audited root, with {@code /}
 */
public record ChangedFiles(Set<String> files) {
    public ChangedFiles {
        files = Set.copyOf(files);
    }

    /**
     * What changed below a folder since the work left a branch.
     *
     * @param ref the branch, tag or commit
     * @throws BaselineProblem where git cannot tell, with the way out
     */
    public static ChangedFiles since(String ref, Path root) throws BaselineProblem {
        Optional<GitHistory> around = GitHistory.around(root);
        if (around.isEmpty()) {
            throw new BaselineProblem("incident.ratchetFrom needs git, and there is no git repository here.");
        }
        try (GitHistory history = around.get()) {
            Optional<String> mergeBase = history.mergeBase(ref);
            if (mergeBase.isEmpty()) {
                throw new BaselineProblem("incident.ratchetFrom: \"" + ref + "\" is not in this clone. Fetch it: "
                        + (history.isShallow() ? "git fetch --unshallow" : "git fetch origin"));
            }
            return new ChangedFiles(history.changedSince(mergeBase.get(), root));
        } catch (IOException e) {
            throw new BaselineProblem("incident.ratchetFrom: git cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Whether the finding's site or any step of its path lies in a changed file. */
    public boolean touch(Finding finding) {
        return files.contains(finding.at().file())
                || finding.path().stream().map(Step::at).map(Place::file).anyMatch(files::contains);
    }

    /** The comparison with findings elsewhere no longer new. */
    public List<Identified> among(List<Identified> findings) {
        return findings.stream().filter(found -> touch(found.finding())).toList();
    }
}
