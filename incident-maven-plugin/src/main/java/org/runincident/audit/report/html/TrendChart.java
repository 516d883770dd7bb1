package org.runincident.audit.report.html;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.runincident.audit.ratchet.Trend;
import org.runincident.audit.report.BaselineTrend;

/** The trend of the baselines as the shapes of a small chart: days across, entries up. */
public record TrendChart(Trend trend) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 120;

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return trend.points().size() < 2;
    }

    /** What a person hears who does not see it. */
    public String inWords() {
        return BaselineTrend.inWords(trend);
    }

    public LocalDate from() {
        return trend.points().get(0).day();
    }

    public LocalDate to() {
        return trend.points().get(trend.points().size() - 1).day();
    }

    public int most() {
        return trend.points().stream().mapToInt(Trend.Point::entries).max().orElse(0);
    }

    public List<Trend.Point> points() {
        return trend.points();
    }

    /** The line: level from a change to the next. */
    public String line() {
        StringBuilder path = new StringBuilder();
        for (Trend.Point point : trend.points()) {
            path.append(path.isEmpty() ? "M" + x(point) + " " + y(point) : "H" + x(point) + "V" + y(point));
        }
        return path.toString();
    }

    /** What lies below the line. */
    public String area() {
        return line() + "V" + HEIGHT + "H0Z";
    }

    private String x(Trend.Point point) {
        long days = Math.max(1, ChronoUnit.DAYS.between(from(), to()));
        return number((double) WIDTH * ChronoUnit.DAYS.between(from(), point.day()) / days);
    }

    private String y(Trend.Point point) {
        return number(HEIGHT - (HEIGHT - 4.0) * point.entries() / Math.max(1, most()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
