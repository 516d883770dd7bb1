package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.runincident.audit.source.ParseProblem;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.ErrorMethods;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/** The bodies of one type: methods, constructors and initializers. */
final class TypeBodies {
    private final FileContext file;
    private final TypeContext type;
    private final Consumer<EventGraph> graphs;
    private final Consumer<ParseProblem> problems;

    TypeBodies(FileContext file, TypeContext type, Consumer<EventGraph> graphs, Consumer<ParseProblem> problems) {
        this.file = file;
        this.type = type;
        this.graphs = graphs;
        this.problems = problems;
    }

    void lower() {
        AnnotatedStatements statements = new AnnotatedStatements(file, type, graphs);
        if (type.node() instanceof TypeDeclaration<?> declared) {
            guarded(declared, "annotations", () -> statements.of(declared));
        }
        for (BodyDeclaration<?> member : type.members()) {
            if (member instanceof com.github.javaparser.ast.body.MethodDeclaration method) {
                guarded(
                        method,
                        method.getNameAsString(),
                        () -> method.getBody()
                                .ifPresentOrElse(code -> callable(method, code), () -> statements.of(method)));
            } else if (member instanceof ConstructorDeclaration constructor) {
                guarded(constructor, "constructor", () -> callable(constructor, constructor.getBody()));
            } else if (member instanceof CompactConstructorDeclaration constructor) {
                guarded(constructor, "constructor", () -> compact(constructor));
            }
        }
        initializer(true);
        initializer(false);
    }

    private void guarded(Node node, String member, Runnable lowering) {
        try {
            lowering.run();
        } catch (StackOverflowError tooDeep) {
            problem(node, member, "its expressions are nested too deeply");
        } catch (RuntimeException unexpected) {
            problem(node, member, String.valueOf(unexpected.getMessage()));
        }
    }

    private void problem(Node node, String member, String reason) {
        problems.accept(new ParseProblem(
                Spans.of(node), type.name().simple() + "#" + member + " could not be read: " + reason, false));
    }

    private void callable(CallableDeclaration<?> callable, BlockStmt code) {
        MethodDeclaration declaration = file.members().declaration(callable, type.name());
        boolean isConstructor = callable.isConstructorDeclaration();
        Body body = new Body(file, type, isConstructor ? "new" : callable.getNameAsString(), callable.isStatic());
        List<Value.Variable> parameters = new ArrayList<>();
        for (Parameter parameter : callable.getParameters()) {
            TypeName declared = body.resolve(parameter.getType());
            TypeName own = parameter.isVarArgs() ? Expressions.arrayOf(declared, 1) : declared;
            parameters.add(body.declare(parameter.getNameAsString(), own, Value.Role.PARAMETER));
        }
        int throwable = callable instanceof com.github.javaparser.ast.body.MethodDeclaration method
                ? ErrorMethods.throwableParameter(
                        method.getNameAsString(),
                        type.node() instanceof ObjectCreationExpr,
                        method.isAnnotationPresent("Override"),
                        code.getStatements().isEmpty() && method.getType().isVoidType()
                                ? ErrorMethods.Body.EMPTY
                                : ErrorMethods.Body.WRITTEN,
                        parameters.stream().map(Value.Variable::type).toList())
                : -1;
        if (throwable < 0) {
            body.statements.statement(code);
        } else {
            handler(body, callable, code, parameters.get(throwable));
        }
        graphs.accept(body.graph.build(file.path(), declaration, body.receiver, parameters));
    }

    /** A method whose whole body handles a failure that it is given. */
    private void handler(Body body, CallableDeclaration<?> method, BlockStmt code, Value.Variable failure) {
        int id = body.graph.reserveHandler();
        int entry = body.cursor.newBlock();
        body.cursor.goTo(entry);
        body.cursor.startAt(entry);
        Cursor.Region outer = body.cursor.regions();
        Set<Integer> blocks = body.cursor.openRegion(entry);
        body.cursor.emit(new Event.Caught(failure, id, Spans.of(method.getName())));
        body.statements.statement(code);
        body.cursor.regions(outer);
        body.graph.handler(new Handler(
                id,
                Handler.Kind.CALLBACK,
                List.of(failure.type()),
                failure,
                entry,
                blocks,
                Set.of(),
                new MethodRef(type.name(), method.getNameAsString(), null),
                file.comments().within(Spans.of(code)),
                Documentation.above(method, file.comments()),
                code.getStatements().stream().allMatch(Statement::isEmptyStmt),
                Spans.of(method.getName()),
                Spans.of(code)));
    }

    /** A compact constructor assigns its parameters to the fields when it ends. */
    private void compact(CompactConstructorDeclaration constructor) {
        List<ParameterDeclaration> components =
                type.node() instanceof RecordDeclaration ? file.members().components(type.name()) : List.of();
        Body body = new Body(file, type, "new", false);
        List<Value.Variable> parameters = components.stream()
                .map(c -> body.declare(c.name(), c.type(), Value.Role.PARAMETER))
                .toList();
        Span at = Spans.of(constructor);
        body.statements.statement(constructor.getBody());
        for (Value.Variable p : parameters) {
            body.cursor.emit(new Event.Put(body.receiver, type.name(), p.name(), p.type(), p, at));
        }
        MethodDeclaration declaration = file.members().declaration(constructor, type.name());
        graphs.accept(body.graph.build(file.path(), declaration, body.receiver, parameters));
    }

    /** Initializers of one kind, in source order, as one body. */
    private void initializer(boolean isStatic) {
        List<Node> parts = new ArrayList<>();
        if (isStatic && type.node() instanceof EnumDeclaration declared) {
            parts.addAll(declared.getEntries());
        }
        for (BodyDeclaration<?> member : type.members()) {
            if (member instanceof InitializerDeclaration block && block.isStatic() == isStatic) {
                parts.add(block);
            } else if (member instanceof FieldDeclaration field && isStatic(field) == isStatic) {
                field.getVariables().stream()
                        .filter(v -> v.getInitializer().isPresent())
                        .forEach(parts::add);
            }
        }
        if (!parts.isEmpty()) {
            guarded(parts.get(0), isStatic ? "static initializer" : "initializer", () -> initializer(parts, isStatic));
        }
    }

    private boolean isStatic(FieldDeclaration field) {
        return field.isStatic()
                || type.node() instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
    }

    private void initializer(List<Node> parts, boolean isStatic) {
        Body body = new Body(file, type, isStatic ? "static" : "new", isStatic);
        for (Node part : parts) {
            if (part instanceof InitializerDeclaration block) {
                body.statements.statement(block.getBody());
            } else if (part instanceof VariableDeclarator field) {
                put(body, field);
            } else if (part instanceof EnumConstantDeclaration constant) {
                put(body, constant);
            }
        }
        Span first = Spans.of(parts.get(0));
        MethodDeclaration declaration = new MethodDeclaration(
                new MethodKey(type.name().text(), isStatic ? "<clinit>" : "<fields>", List.of()),
                TypeName.VOID,
                List.of(),
                List.of(),
                isStatic,
                false,
                true,
                false,
                Set.of(),
                Spans.between(first, Spans.of(parts.get(parts.size() - 1))));
        graphs.accept(body.graph.build(file.path(), declaration, body.receiver, List.of()));
    }

    private void put(Body body, VariableDeclarator field) {
        TypeName declared = body.resolve(field.getType());
        Value value = body.expressions.initial(field.getInitializer().orElseThrow(), declared);
        body.cursor.emit(
                new Event.Put(body.receiver, type.name(), field.getNameAsString(), declared, value, Spans.of(field)));
    }

    private void put(Body body, EnumConstantDeclaration constant) {
        NodeList<Expression> written = constant.getArguments();
        List<Value> arguments = written.stream().map(body::value).toList();
        Span at = Spans.of(constant);
        Value.Temp created = body.graph.temp(type.name());
        body.cursor.emit(new Event.Create(
                created, file.members().constructor(type.name(), MemberLookup.types(arguments)), arguments, at));
        body.cursor.emit(new Event.Put(null, type.name(), constant.getNameAsString(), type.name(), created, at));
    }
}
