package org.runincident.audit.edits;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Edits of the kinds people make every day that change nothing a rule looks at. */
enum Edit {
    LINES_ABOVE((sources, random) -> {
        String file = any(sources, random);
        sources.put(file, "// one\n\n/* two\n   three */\n" + sources.get(file));
    }),
    EMPTY_LINES_EVERYWHERE((sources, random) -> {
        String file = any(sources, random);
        sources.put(file, sources.get(file).replace(";\n", ";\n\n"));
    }),
    LINE_ENDS((sources, random) ->
            sources.replaceAll((file, text) -> text.replace("\r\n", "\n").replace("\n", "\r\n"))),
    /** The parser's own printer, for a file whose comments it cannot put elsewhere. */
    REFORMATTED((sources, random) -> {
        String file = any(sources, random);
        if (!sources.get(file).contains("//")) {
            sources.put(file, parse(sources.get(file)).toString());
        }
    }),
    TABS((sources, random) -> {
        String file = any(sources, random);
        sources.put(file, sources.get(file).replace("    ", "\t"));
    }),
    LAST_MEMBER_FIRST((sources, random) -> {
        String file = any(sources, random);
        sources.put(file, withMembersTurned(sources.get(file)));
    }),
    RENAMED_PACKAGE((sources, random) -> {
        Map<String, String> moved = new TreeMap<>();
        sources.forEach((file, text) -> moved.put(
                file.replace("org/example/jobs/", "org/example/work/"),
                text.replace("org.example.jobs", "org.example.work")));
        sources.clear();
        sources.putAll(moved);
    }),
    MOVED_FILE((sources, random) -> {
        // Two sources of one package may lie in other folders than the package says: javac minds only public types.
        String file = any(sources, random);
        sources.put("other/" + file, sources.remove(file));
    }),
    RENAMED_LOCALS((sources, random) -> sources.replaceAll((file, text) -> text.replaceAll("\\bjob\\b(?!s)", "task")));

    private final BiConsumer<Map<String, String>, Random> change;

    Edit(BiConsumer<Map<String, String>, Random> change) {
        this.change = change;
    }

    void apply(Map<String, String> sources, Random random) {
        change.accept(sources, random);
    }

    static String any(Map<String, String> sources, Random random) {
        return List.copyOf(sources.keySet()).get(random.nextInt(sources.size()));
    }

    static CompilationUnit parse(String text) {
        ParserConfiguration settings =
                new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        return new JavaParser(settings).parse(text).getResult().orElseThrow();
    }

    /** Cuts the last method of the file's type out and puts it before the first, with its comment. */
    private static String withMembersTurned(String text) {
        TypeDeclaration<?> type = parse(text).getType(0);
        List<BodyDeclaration<?>> methods = new ArrayList<>(type.getMembers());
        methods.removeIf(member -> !(member instanceof MethodDeclaration));
        if (methods.size() < 2 || text.contains("\r")) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int[] last = range(methods.get(methods.size() - 1));
        int[] first = range(methods.get(0));
        List<String> cut = new ArrayList<>(lines.subList(last[0] - 1, last[1]));
        lines.subList(last[0] - 1, last[1]).clear();
        lines.addAll(first[0] - 1, cut);
        return String.join("\n", lines);
    }

    private static int[] range(BodyDeclaration<?> member) {
        int begin = member.getComment()
                .flatMap(comment -> comment.getBegin())
                .or(member::getBegin)
                .orElseThrow()
                .line;
        return new int[] {begin, member.getEnd().orElseThrow().line};
    }
}
