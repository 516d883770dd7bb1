package org.runincident.corpus;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.json.JsonReport;

/**
 * Walks the path of every finding through the source as its reader would, with a parser that has no part in the audit: each
 * step stands in a file on a line with code; one that is in a helper stands in a method of that name, which the step before
 * it calls.
 */
public final class PathCheck {

    private static final Pattern IN_HELPER = Pattern.compile("in `([^`]+)` .*");
    private static final Pattern CALL = Pattern.compile("`([\\w$]+)` makes .*");
    private static final Pattern GIVES = Pattern.compile("(?:in `[^`]+` )?([\\w$]+) becomes (.+) on (?:the (\\w+)|.*)");

    /** A step that a reader could not find. */
    public record Lost(String finding, String step, String why) {
        @Override
        public String toString() {
            return finding + ": " + step + ": " + why;
        }
    }

    /**
     * What a walk came to.
     *
     * @param findings how many have a path
     * @param steps of all of these
     * @param helpers how many of the steps stand in a helper
     */
    public record Walk(int findings, int steps, int helpers, List<Lost> lost) {
        public Walk {
            lost = List.copyOf(lost);
        }

        @Override
        public String toString() {
            return findings + " findings with a path, " + steps + " steps, " + helpers + " of them in helpers; "
                    + lost.size() + " that cannot be followed";
        }
    }

    private final Path root;
    private final Map<String, Source> sources = new HashMap<>();
    private final List<Lost> lost = new ArrayList<>();

    private PathCheck(Path root) {
        this.root = root;
    }

    /**
     * Walks all paths.
     *
     * @param root folder that the report's files are named from
     */
    public static Walk walk(Report report, Path root) {
        PathCheck check = new PathCheck(root);
        int findings = 0;
        int steps = 0;
        int helpers = 0;
        for (Report.ModuleEntry module : report.modules()) {
            for (Report.FindingEntry finding : module.findings()) {
                findings += finding.path().isEmpty() ? 0 : 1;
                steps += finding.path().size();
                helpers += (int) finding.path().stream()
                        .filter(step -> IN_HELPER.matcher(step.text()).matches())
                        .count();
                check.walk(finding);
            }
        }
        return new Walk(findings, steps, helpers, check.lost);
    }

    /** Prints the walk through a report: {@code PathCheck <report.json> <folder its files are named from>}. */
    public static void main(String[] args) throws IOException {
        Walk walk = walk(JsonReport.read(Files.readAllBytes(Path.of(args[0]))), Path.of(args[1]));
        System.out.println(walk);
        walk.lost().forEach(System.out::println);
    }

    private void walk(Report.FindingEntry finding) {
        List<Report.StepEntry> path = finding.path();
        for (int i = 0; i < path.size(); i++) {
            Report.StepEntry step = path.get(i);
            Report.StepEntry before = i == 0 ? null : path.get(i - 1);
            Report.StepEntry next = i + 1 == path.size() ? null : path.get(i + 1);
            why(step, before, next)
                    .ifPresent(why -> lost.add(new Lost(
                            finding.rule() + " " + finding.at().file() + ":"
                                    + finding.at().line(),
                            "line " + step.at().line() + " \"" + step.text() + "\"",
                            why)));
        }
    }

    private Optional<String> why(Report.StepEntry step, Report.StepEntry before, Report.StepEntry next) {
        Source source = source(step.at().file());
        if (!source.hasCode(step.at().line())) {
            return Optional.of("no code stands on that line");
        }
        Matcher call = CALL.matcher(step.text());
        if (call.matches() && !source.says(step.at(), call.group(1))) {
            return Optional.of("`" + call.group(1) + "` is not called there");
        }
        boolean goesOn = next != null && IN_HELPER.matcher(next.text()).matches();
        if (call.matches() && !goesOn) {
            return Optional.of("nothing shows what `" + call.group(1) + "` does");
        }
        Matcher gives = GIVES.matcher(step.text());
        if (gives.matches() && !goesOn && !source.gives(step.at(), gives.group(1), gives.group(2), gives.group(3))) {
            return Optional.of("no status is given there");
        }
        Matcher helper = IN_HELPER.matcher(step.text());
        if (!helper.matches()) {
            return Optional.empty();
        }
        String method = helper.group(1);
        Optional<String> around = source.methodAround(step.at().line());
        if (around.filter(method::equals).isEmpty()) {
            return Optional.of("that line is in `" + around.orElse("no method") + "`");
        }
        return before == null || source(before.at().file()).says(before.at(), method)
                ? Optional.empty()
                : Optional.of("the step before does not name `" + method + "`");
    }

    private Source source(String file) {
        return sources.computeIfAbsent(file, name -> Source.read(root.resolve(name)));
    }

    /** A source as a reader sees it. */
    private record Source(List<String> lines, List<Method> methods) {

        private record Method(String name, Range range) {}

        static Source read(Path file) {
            try {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                ParserConfiguration configuration = new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21)
                        .setTabSize(1);
                List<Method> methods = new ArrayList<>();
                new JavaParser(configuration).parse(text).getResult().ifPresent(unit -> collect(unit, methods));
                return new Source(text.lines().toList(), methods);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }

        private static void collect(CompilationUnit unit, List<Method> methods) {
            unit.walk(node -> {
                if (node instanceof CallableDeclaration<?>
                        || node instanceof CompactConstructorDeclaration
                        || node instanceof TypeDeclaration<?>) {
                    String name = ((NodeWithSimpleName<?>) node).getNameAsString();
                    node.getRange().ifPresent(range -> methods.add(new Method(name, range)));
                }
            });
        }

        boolean hasCode(int line) {
            return line >= 1 && line <= lines.size() && !lines.get(line - 1).isBlank();
        }

        /**
         * Whether the property, or one of the statuses it takes, is spoken of in a place, or what has it is made there.
         *
         * @param made type of what is made; null when nothing is
         */
        boolean gives(Report.PlaceEntry at, String property, String statuses, String made) {
            return made != null && says(at, made)
                    || Stream.concat(Stream.of(property), Stream.of(statuses.split(" or ")))
                            .anyMatch(name -> between(at)
                                    .anyMatch(line ->
                                            line.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))));
        }

        /** Whether a name stands somewhere between the first and the last line of a place. */
        boolean says(Report.PlaceEntry at, String name) {
            Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
            return between(at).anyMatch(line -> word.matcher(line).find());
        }

        private Stream<String> between(Report.PlaceEntry at) {
            int last = Math.min(Math.max(at.line(), at.endLine()), lines.size());
            return lines.subList(at.line() - 1, last).stream();
        }

        /** The innermost method, or type where there is none. */
        Optional<String> methodAround(int line) {
            return methods.stream()
                    .filter(method -> method.range().begin.line <= line && line <= method.range().end.line)
                    .min(Comparator.comparingInt(method -> method.range().end.line - method.range().begin.line))
                    .map(Method::name);
        }
    }
}
