package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.rule.allow.Allowance;
import org.runincident.rule.allow.AllowingComments;

/** Allowances that stand in a class file as annotations: on the type, its fields, its methods and their parameters. */
final class ClassAllowances {
    private static final String ONE = "Lorg/runincident/model/IncidentAllowed;";
    private static final String SEVERAL = "Lorg/runincident/model/IncidentAllowed$All;";

    private final CompiledClass type;
    private final List<Allowance> found = new ArrayList<>();

    private ClassAllowances(CompiledClass type) {
        this.type = type;
    }

    static List<Allowance> of(CompiledClass type) {
        ClassAllowances reading = new ClassAllowances(type);
        if (type.node().invisibleAnnotations != null) {
            reading.read(type.node().invisibleAnnotations, lines(type), "");
        }
        for (FieldNode field : type.node().fields) {
            reading.read(field.invisibleAnnotations, Span.NONE, "");
        }
        for (MethodNode method : type.node().methods) {
            reading.method(method);
        }
        return reading.found;
    }

    private static Span lines(CompiledClass type) {
        Span whole = Span.NONE;
        for (MethodNode method : type.node().methods) {
            Span lines = DeclarationReader.lines(method);
            whole = whole.line() == 0 ? lines : lines.line() == 0 ? whole : around(whole, lines);
        }
        return whole;
    }

    private void method(MethodNode method) {
        if (method.invisibleAnnotations == null && method.invisibleParameterAnnotations == null) {
            return;
        }
        Span lines = DeclarationReader.lines(method);
        read(method.invisibleAnnotations, lines, "");
        if (method.invisibleParameterAnnotations != null && method.parameters != null) {
            for (int i = 0; i < method.invisibleParameterAnnotations.length && i < method.parameters.size(); i++) {
                read(method.invisibleParameterAnnotations[i], lines, method.parameters.get(i).name);
            }
        }
    }

    private void read(List<AnnotationNode> annotations, Span covers, String about) {
        if (annotations == null) {
            return;
        }
        for (AnnotationNode annotation : annotations) {
            if (annotation.desc.equals(ONE)) {
                add(annotation, covers, about);
            } else if (annotation.desc.equals(SEVERAL) && annotation.values != null) {
                for (Object each : (List<?>) annotation.values.get(1)) {
                    add((AnnotationNode) each, covers, about);
                }
            }
        }
    }

    private void add(AnnotationNode annotation, Span covers, String about) {
        String rule = "";
        String because = "";
        for (int i = 0; annotation.values != null && i + 1 < annotation.values.size(); i += 2) {
            if (annotation.values.get(i).equals("rule")) {
                rule = String.valueOf(annotation.values.get(i + 1));
            } else if (annotation.values.get(i).equals("because")) {
                because = String.valueOf(annotation.values.get(i + 1));
            }
        }
        Span lines = new Span(covers.line(), 0, covers.endLine(), Integer.MAX_VALUE);
        found.add(new Allowance(
                new Place(type.file(), covers),
                Allowance.Origin.ANNOTATION,
                rule,
                AllowingComments.oneLine(because),
                lines,
                about));
    }

    private static Span around(Span a, Span b) {
        return new Span(Math.min(a.line(), b.line()), 0, Math.max(a.endLine(), b.endLine()), 0);
    }
}
