package org.runincident.audit.fuzz;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Ways to damage the body of a method. Those that keep braces in balance cannot touch what stands outside of it. */
enum Mutation {
    DELETE_A_STATEMENT(true) {
        @Override
        String apply(MethodText method, Random random) {
            return method.replace(method.any(Mutation::isStatement, random), old -> "");
        }
    },
    DELETE_AN_EXPRESSION(true) {
        @Override
        String apply(MethodText method, Random random) {
            return method.replace(method.any(Expression.class::isInstance, random), old -> "");
        }
    },
    DUPLICATE(true) {
        @Override
        String apply(MethodText method, Random random) {
            return method.replace(
                    method.any(Mutation::isStatement, random), old -> old + " " + old.repeat(random.nextInt(3)));
        }
    },
    SWAP(true) {
        @Override
        String apply(MethodText method, Random random) {
            String other = method.text(method.any(Mutation::isStatement, random));
            return method.replace(method.any(Mutation::isStatement, random), old -> other);
        }
    },
    EXPRESSION_FOR_ANOTHER(true) {
        @Override
        String apply(MethodText method, Random random) {
            String other = method.text(method.any(Expression.class::isInstance, random));
            return method.replace(method.any(Expression.class::isInstance, random), old -> other);
        }
    },
    NEST_A_STATEMENT(true) {
        @Override
        String apply(MethodText method, Random random) {
            String[] around = NESTS.get(random.nextInt(NESTS.size()));
            int times = 1 << random.nextInt(8);
            return method.replace(
                    method.any(Mutation::isStatement, random),
                    old -> around[0].repeat(times) + old + around[1].repeat(times));
        }
    },
    NEST_AN_EXPRESSION(true) {
        @Override
        String apply(MethodText method, Random random) {
            String[] around = EXPRESSION_NESTS.get(random.nextInt(EXPRESSION_NESTS.size()));
            int times = 1 << random.nextInt(9);
            return method.replace(
                    method.any(node -> node instanceof Expression && !(node instanceof LambdaExpr), random),
                    old -> around[0].repeat(times) + old + around[1].repeat(times));
        }
    },
    HUGE_LITERAL(true) {
        @Override
        String apply(MethodText method, Random random) {
            int size = 1 << (8 + random.nextInt(9));
            String huge = switch (random.nextInt(5)) {
                case 0 -> "\"" + "x".repeat(size) + "\"";
                case 1 -> "9".repeat(size);
                case 2 -> "\"\"\"\n" + "line\n".repeat(size / 8) + "\"\"\"";
                case 3 -> "new int[] {" + "1, ".repeat(size / 8) + "1}";
                default -> "\"a\" + ".repeat(size / 16) + "\"b\"";
            };
            Node literal = method.any(LiteralExpr.class::isInstance, random);
            return method.replace(
                    literal == null ? method.any(Expression.class::isInstance, random) : literal, o -> huge);
        }
    },
    UNICODE_ESCAPES(false) {
        @Override
        String apply(MethodText method, Random random) {
            StringBuilder text = new StringBuilder();
            int each = 1 + random.nextInt(20);
            method.body().chars().forEach(c -> {
                if (random.nextInt(each) == 0) {
                    text.append("\\").append("u".repeat(1 + random.nextInt(2))).append(String.format("%04x", c));
                } else {
                    text.append((char) c);
                }
            });
            return text.toString();
        }
    },
    JAVA_25(true) {
        @Override
        String apply(MethodText method, Random random) {
            String snippet = NEWER.get(random.nextInt(NEWER.size()));
            return method.replace(method.any(Mutation::isStatement, random), old -> snippet + " " + old);
        }
    },
    NOISE(false) {
        @Override
        String apply(MethodText method, Random random) {
            StringBuilder body = new StringBuilder(method.body());
            for (int i = random.nextInt(4); i >= 0 && body.length() > 1; i--) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(3)) {
                    case 0 -> body.deleteCharAt(at);
                    case 1 -> body.insert(at, NOISE_TOKENS.get(random.nextInt(NOISE_TOKENS.size())));
                    default -> body.delete(at, Math.min(body.length(), at + random.nextInt(40)));
                }
            }
            return body.toString();
        }
    };

    private static final List<String[]> NESTS = List.of(
            new String[] {"if (x) { ", " }"},
            new String[] {"while (x) { ", " }"},
            new String[] {"for (;;) { ", " break; }"},
            new String[] {"try { ", " } catch (Exception e) { }"},
            new String[] {"try { ", " } finally { done(); }"},
            new String[] {"try (var r = open()) { ", " }"},
            new String[] {"switch (x) { case A: ", " default: }"},
            new String[] {"switch (x) { case A -> { ", " } default -> throw new Error(); }"},
            new String[] {"synchronized (this) { ", " }"},
            new String[] {"run(() -> { ", " });"},
            new String[] {"new Object() { void m() { ", " } };"},
            new String[] {"label: { ", " }"},
            new String[] {"do { ", " } while (x);"},
            new String[] {"{ class Local { void m() { ", " } } }"});

    private static final List<String[]> EXPRESSION_NESTS = List.of(
            new String[] {"(", ")"},
            new String[] {"x ? ", " : y"},
            new String[] {"f(", ")"},
            new String[] {"(Object) ", ""},
            new String[] {"!", ""},
            new String[] {"1 + ", ""},
            new String[] {"", ".self()"},
            new String[] {"", "[0]"},
            new String[] {"new A(", ")"},
            new String[] {"x && ", ""},
            new String[] {"switch (x) { case 1 -> ", "; default -> 2; }"},
            new String[] {"() -> ", ""});

    private static final List<String> NEWER = List.of(
            "if (o instanceof Point(int a, var _) && a > 0) { use(a); }",
            "switch (o) { case null, default -> { } case Point(var a, Point(_, int b)) when a > b -> use(a); }",
            "var r = switch (o) { case String s when s.isEmpty() -> 1; case Integer _ -> 2; default -> { yield 3; } };",
            "record Pair<A, B>(A a, B b) { Pair { if (a == null) throw new NullPointerException(); } }",
            "enum Mood { GOOD, BAD }",
            "interface Shape permits Circle { }",
            "sealed interface Shape permits Circle { record Circle() implements Shape { } }",
            "try { use(1); } catch (RuntimeException _) { }",
            "for (var _ : list) { }",
            "BiFunction<A, B, C> f = (_, _) -> null;",
            "String t = \"\"\"\n    a \\\n    b \\s \\\"\"\"\n    \"\"\";",
            "/// a line of _Markdown_\n",
            "if (x instanceof int i) { use(i); }",
            "switch (v) { case 1L -> use(v); case long l -> use(l); }",
            "class Inner { Inner() { check(); super(); } }",
            "<T extends A & B> void generic() { }",
            "var f = (A & B & Serializable) () -> { };",
            "int record = 1, sealed = 2, when = 3, yield_ = 4, module = 5;",
            "@Deprecated(since = \"1\") final @NonNull String @NonNull [] a = { };",
            "outer: for (;;) { for (;;) { continue outer; } }");

    private static final List<String> NOISE_TOKENS = List.of(
            "{", "}", "(", ")", ";", "\"", "'", "\"\"\"", "/*", "*/", "//", "\\u000a", "\\u0022", "\\", "#", "@", "<",
            ">", "->", "::", "\0", "\t", "\r", "case", "default", "switch", "try", "catch", "finally", "yield",
            "record", "enum", "\uD83D", "\uFEFF", "0x", "1e", "..", "...", "?", ":");

    private final boolean balanced;

    Mutation(boolean balanced) {
        this.balanced = balanced;
    }

    /** Whether braces stay in balance, so that other members of the file keep their meaning. */
    boolean isBalanced() {
        return balanced;
    }

    /** The new text of the method's body, braces included. */
    abstract String apply(MethodText method, Random random);

    private static boolean isStatement(Node node) {
        return node instanceof Statement && !(node instanceof BlockStmt);
    }

    /** A method as text, with the nodes of its body. */
    record MethodText(String source, MethodDeclaration method, SourceOffsets offsets) {
        String body() {
            return text(method.getBody().orElseThrow());
        }

        String text(Node node) {
            return node == null ? "" : source.substring(offsets.begin(node), offsets.end(node));
        }

        /** A node of the body; null when there is none of the kind. */
        Node any(Predicate<Node> kind, Random random) {
            List<Node> nodes = method.getBody().orElseThrow().findAll(Node.class).stream()
                    .filter(kind)
                    .filter(node -> node.getRange().isPresent())
                    .toList();
            return nodes.isEmpty() ? null : nodes.get(random.nextInt(nodes.size()));
        }

        String replace(Node node, java.util.function.UnaryOperator<String> change) {
            if (node == null) {
                return body();
            }
            int start = offsets.begin(method.getBody().orElseThrow());
            String body = body();
            return body.substring(0, offsets.begin(node) - start)
                    + change.apply(text(node))
                    + body.substring(offsets.end(node) - start);
        }
    }
}
