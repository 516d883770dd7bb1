package org.runincident.audit.ratchet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.NotIgnoredFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * What git knows about a file, read from the repository itself: neither the machine's nor the user's git configuration
 * takes part ({@link IsolatedGit}), so every machine gives the same answer.
 */
public final class GitHistory implements AutoCloseable {
    /** Branches a change is usually made against, the first that exists wins. */
    private static final List<String> USUAL_BASES = List.of(
            "refs/remotes/origin/HEAD",
            "refs/remotes/origin/main",
            "refs/remotes/origin/master",
            "refs/heads/main",
            "refs/heads/master");

    private final Repository repository;

    private GitHistory(Repository repository) {
        this.repository = repository;
    }

    /** The repository the folder lies in; empty when there is none, or it cannot be opened. */
    public static Optional<GitHistory> around(Path folder) {
        IsolatedGit.install();
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GitHistory(builder.build()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the clone was cut off, so that older commits may be missing. */
    public boolean isShallow() {
        return Files.exists(repository.getDirectory().toPath().resolve("shallow"));
    }

    /**
     * The commit the work branched off from.
     *
     * @param base a ref or commit; empty for the branch's upstream where that is another branch, else the usual main branch
     * @return empty when there is no such ref, or no common commit is in the clone
     */
    public Optional<String> mergeBase(String base) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        Optional<ObjectId> other = base.isEmpty() ? usualBase() : Optional.ofNullable(repository.resolve(base));
        // A shallow clone of the branch itself has nothing else to compare with: that proves nothing.
        if (head == null || other.isEmpty() || base.isEmpty() && isShallow() && head.equals(other.get())) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(head));
            walk.markStart(walk.parseCommit(other.get()));
            return Optional.ofNullable(walk.next()).map(RevCommit::getName);
        }
    }

    private Optional<ObjectId> usualBase() throws IOException {
        String branch = repository.getBranch();
        String upstream = branch == null ? null : new BranchConfig(repository.getConfig(), branch).getTrackingBranch();
        List<String> bases = new ArrayList<>(USUAL_BASES);
        if (upstream != null) {
            // The branch's own copy on the server knows all that was pushed; it is a base only where there is no other.
            bases.add(upstream.endsWith("/" + branch) ? bases.size() : 0, upstream);
        }
        for (String name : bases) {
            Ref ref = repository.exactRef(name);
            if (ref != null && ref.getObjectId() != null) {
                return Optional.of(ref.getObjectId());
            }
        }
        return Optional.empty();
    }

    /** The bytes of a file as a commit has it; empty when it is not there. */
    public Optional<byte[]> fileAt(String commit, Path file) throws IOException {
        Optional<String> path = pathOf(file);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return blob(walk.parseCommit(repository.resolve(commit)), path.get());
        }
    }

    private Optional<byte[]> blob(RevCommit commit, String path) throws IOException {
        try (TreeWalk tree = TreeWalk.forPath(repository, path, commit.getTree())) {
            return tree == null
                    ? Optional.empty()
                    : Optional.of(repository.open(tree.getObjectId(0)).getBytes());
        }
    }

    /**
     * Files that are different now from what they were at a commit, new and untracked ones included.
     *
     * @param folder below which files are wanted; paths are relative to it, with {@code /}
     */
    public Set<String> changedSince(String commit, Path folder) throws IOException {
        Path tree = repository.getWorkTree().toPath().toRealPath();
        Path real = folder.toRealPath();
        Set<String> changed = new TreeSet<>();
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk files = new TreeWalk(repository)) {
            files.setRecursive(true);
            files.addTree(walk.parseCommit(repository.resolve(commit)).getTree());
            FileTreeIterator now = new FileTreeIterator(repository);
            files.addTree(now);
            // Build output is not what somebody changed: what is ignored takes no part.
            files.setFilter(AndTreeFilter.create(new NotIgnoredFilter(1), TreeFilter.ANY_DIFF));
            while (files.next()) {
                Path path = tree.resolve(files.getPathString());
                if (path.startsWith(real)) {
                    changed.add(real.relativize(path).toString().replace('\\', '/'));
                }
            }
        }
        return changed;
    }

    /** A file's state at a commit. */
    public record Version(LocalDate day, byte[] bytes) {}

    /** The versions of a file on the way to HEAD, oldest first, at most so many of the newest. */
    public List<Version> versions(Path file, int most) throws IOException {
        Optional<String> path = pathOf(file);
        ObjectId head = repository.resolve(Constants.HEAD);
        List<Version> versions = new ArrayList<>();
        if (path.isEmpty() || head == null) {
            return versions;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path.get()), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit : walk) {
                if (versions.size() == most) {
                    break;
                }
                Optional<byte[]> bytes = blob(commit, path.get());
                if (bytes.isPresent()) {
                    LocalDate day = Instant.ofEpochSecond(commit.getCommitTime())
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate();
                    versions.add(0, new Version(day, bytes.get()));
                }
            }
        }
        return versions;
    }

    private Optional<String> pathOf(Path file) throws IOException {
        if (repository.isBare()) {
            return Optional.empty();
        }
        Path tree = repository.getWorkTree().toPath().toRealPath();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Path real = folder.toRealPath().resolve(file.getFileName());
        return real.startsWith(tree)
                ? Optional.of(tree.relativize(real).toString().replace('\\', '/'))
                : Optional.empty();
    }

    @Override
    public void close() {
        repository.close();
    }
}
