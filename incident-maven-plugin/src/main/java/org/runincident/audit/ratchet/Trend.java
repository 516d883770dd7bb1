package org.runincident.audit.ratchet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the baselines of a project grew or shrank over the git history of their files.
 *
 * @param points entries of all files together on each day that one of them changed, oldest first
 */
public record Trend(List<Point> points) {
    private static final int MOST_VERSIONS = 200;
    private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    /** Entries on a day. */
    public record Point(LocalDate day, int entries) {}

    public Trend {
        points = List.copyOf(points);
    }

    /** The trend of some baseline files; empty where there is no git, or nothing is committed yet. */
    public static Trend of(List<Path> files) {
        List<NavigableMap<LocalDate, Integer>> histories = new ArrayList<>();
        for (Path file : files) {
            history(file).filter(history -> !history.isEmpty()).ifPresent(histories::add);
        }
        NavigableMap<LocalDate, Integer> days = new TreeMap<>();
        histories.forEach(history -> history.keySet().forEach(day -> days.put(day, 0)));
        for (LocalDate day : days.keySet()) {
            int entries = 0;
            for (NavigableMap<LocalDate, Integer> history : histories) {
                Map.Entry<LocalDate, Integer> last = history.floorEntry(day);
                entries += last == null ? 0 : last.getValue();
            }
            days.put(day, entries);
        }
        return new Trend(days.entrySet().stream()
                .map(day -> new Point(day.getKey(), day.getValue()))
                .toList());
    }

    private static Optional<NavigableMap<LocalDate, Integer>> history(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Optional<GitHistory> around = GitHistory.around(folder);
        if (around.isEmpty()) {
            return Optional.empty();
        }
        NavigableMap<LocalDate, Integer> entries = new TreeMap<>();
        try (GitHistory git = around.get()) {
            for (GitHistory.Version version : git.versions(file, MOST_VERSIONS)) {
                size(version, file).ifPresent(size -> entries.put(version.day(), size));
            }
        } catch (IOException e) {
            return Optional.empty(); // a history that cannot be read is none: the trend is shown, never judged
        }
        return Optional.of(entries);
    }

    private static Optional<Integer> size(GitHistory.Version version, Path file) {
        try {
            return Optional.of(
                    BaselineJson.read(version.bytes(), file.getFileName().toString(), true)
                            .size());
        } catch (BaselineProblem e) {
            return Optional.empty(); // a commit with a broken file has no size
        }
    }

    /** A bar for each of the newest points, the tallest for the largest. */
    public String sparkline(int most) {
        List<Point> shown = points.subList(Math.max(0, points.size() - most), points.size());
        int largest = Math.max(1, shown.stream().mapToInt(Point::entries).max().orElse(1));
        StringBuilder bars = new StringBuilder();
        for (Point point : shown) {
            int height = Math.round((float) point.entries() * (BARS.length() - 1) / largest);
            bars.append(BARS.charAt(height));
        }
        return bars.toString();
    }
}
