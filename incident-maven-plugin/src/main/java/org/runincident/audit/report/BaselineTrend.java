package org.runincident.audit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.runincident.audit.ratchet.Trend;
import org.runincident.audit.report.Report.DayEntry;
import org.runincident.audit.report.Report.ModuleEntry;

/** How the baselines of all modules of a report together grew or shrank. */
public final class BaselineTrend {
    private BaselineTrend() {}

    /** Entries of all modules on each day that one of them changed, oldest first. */
    public static Trend of(Report report) {
        List<NavigableMap<LocalDate, Integer>> histories = new ArrayList<>();
        NavigableMap<LocalDate, Integer> days = new TreeMap<>();
        for (ModuleEntry module : report.modules()) {
            NavigableMap<LocalDate, Integer> history = new TreeMap<>();
            for (DayEntry day : module.ratchet().history()) {
                history.put(LocalDate.parse(day.day()), day.entries());
            }
            histories.add(history);
            history.keySet().forEach(day -> days.put(day, 0));
        }
        days.replaceAll((day, none) ->
                histories.stream().mapToInt(history -> onDay(history, day)).sum());
        return new Trend(days.entrySet().stream()
                .map(day -> new Trend.Point(day.getKey(), day.getValue()))
                .toList());
    }

    private static int onDay(NavigableMap<LocalDate, Integer> history, LocalDate day) {
        Map.Entry<LocalDate, Integer> last = history.floorEntry(day);
        return last == null ? 0 : last.getValue();
    }

    /** {@code 80 known findings on 2026-03-02, 41 on 2026-11-20}; empty while there is nothing to compare. */
    public static String inWords(Trend trend) {
        if (trend.points().size() < 2) {
            return "";
        }
        Trend.Point first = trend.points().get(0);
        Trend.Point last = trend.points().get(trend.points().size() - 1);
        return first.entries() + (first.entries() == 1 ? " known finding on " : " known findings on ") + first.day()
                + ", " + last.entries() + " on " + last.day();
    }
}
