package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.DeclaredMirror;

/** Lists that say of themselves whose variants they must hold: {@code @MirrorsVariants}, {@code @JsonSubTypes}. */
final class Mirrors {
    private static final String MIRRORS = "MirrorsVariants";
    private static final String JSON = "JsonSubTypes";

    private final CompiledClass type;
    private final ClassDeclarations declarations;
    private final SourceHints source;
    private final List<DeclaredMirror> found = new ArrayList<>();

    private Mirrors(CompiledClass type, ClassDeclarations declarations, SourceHints source) {
        this.type = type;
        this.declarations = declarations;
        this.source = source;
    }

    static List<DeclaredMirror> of(CompiledClass type, ClassDeclarations declarations, SourceHints source) {
        Mirrors mirrors = new Mirrors(type, declarations, source);
        mirrors.ofType();
        type.node().fields.forEach(mirrors::ofField);
        type.node().methods.forEach(mirrors::ofMethod);
        return mirrors.found;
    }

    private void ofType() {
        String simple = type.name().simple();
        for (AnnotationNode annotation : all(type.node().visibleAnnotations, type.node().invisibleAnnotations)) {
            Span at = typeLine(simple);
            if (TypeNames.simple(annotation.desc).equals(JSON)) {
                add(at, "list of JSON subtypes", type.name(), null, classes(annotation.values), List.of(), List.of());
            } else if (isMirror(annotation)) {
                add(at, "`" + simple + "`", of(annotation), type.name(), List.of(), List.of(), except(annotation));
            }
        }
    }

    private void ofField(FieldNode field) {
        for (AnnotationNode annotation : all(field.visibleAnnotations, field.invisibleAnnotations)) {
            if (isMirror(annotation)) {
                String initializer = (field.access & Opcodes.ACC_STATIC) != 0 ? "<clinit>" : "<init>";
                List<String> names = type.node().methods.stream()
                        .filter(m -> m.name.equals(initializer))
                        .flatMap(m -> names(m).stream())
                        .toList();
                Span line = source.declaration(field.name);
                add(
                        line.line() > 0 ? line : put(field.name),
                        "field `" + field.name + "`",
                        of(annotation),
                        null,
                        List.of(),
                        names,
                        except(annotation));
            }
        }
    }

    private void ofMethod(MethodNode method) {
        for (AnnotationNode annotation : all(method.visibleAnnotations, method.invisibleAnnotations)) {
            if (isMirror(annotation)) {
                Span line = source.declaration(method.name);
                Span code = Span.ofLine(DeclarationReader.lines(method).line());
                add(
                        line.line() > 0 ? line : code,
                        "method `" + method.name + "`",
                        of(annotation),
                        null,
                        List.of(),
                        names(method),
                        except(annotation));
            }
        }
    }

    private void add(
            Span at,
            String what,
            TypeName of,
            TypeName mirror,
            List<TypeName> types,
            List<String> names,
            List<String> except) {
        found.add(new DeclaredMirror(new Place(type.file(), at), what, of, mirror, types, names, except));
    }

    /** Where the type is declared: the source says, or the first line of its code. */
    private Span typeLine(String simple) {
        Span written = source.declaration(simple);
        return written.line() > 0
                ? written
                : declarations.type(type.name()).map(t -> t.at()).orElse(Span.NONE);
    }

    private Span put(String field) {
        for (MethodNode method : type.node().methods) {
            Code code = new Code(method);
            for (int i = 0; i < code.size(); i++) {
                if (code.at(i) instanceof FieldInsnNode access
                        && access.name.equals(field)
                        && (access.getOpcode() == Opcodes.PUTFIELD || access.getOpcode() == Opcodes.PUTSTATIC)) {
                    return Span.ofLine(code.line(i));
                }
            }
        }
        return Span.NONE;
    }

    private static boolean isMirror(AnnotationNode annotation) {
        return TypeNames.simple(annotation.desc).equals(MIRRORS) && value(annotation, "value") instanceof Type;
    }

    private TypeName of(AnnotationNode annotation) {
        return type.names().of((Type) value(annotation, "value"));
    }

    private static List<String> except(AnnotationNode annotation) {
        return value(annotation, "except") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Object value(AnnotationNode annotation, String key) {
        for (int i = 0; annotation.values != null && i + 1 < annotation.values.size(); i += 2) {
            if (annotation.values.get(i).equals(key)) {
                return annotation.values.get(i + 1);
            }
        }
        return null;
    }

    /** Classes that stand anywhere among the values of an annotation. */
    private List<TypeName> classes(List<?> values) {
        List<TypeName> classes = new ArrayList<>();
        for (Object value : values == null ? List.of() : values) {
            if (value instanceof Type literal) {
                classes.add(type.names().of(literal));
            } else if (value instanceof List<?> inner) {
                classes.addAll(classes(inner));
            } else if (value instanceof AnnotationNode inner) {
                classes.addAll(classes(inner.values));
            }
        }
        return classes;
    }

    /** Names of constants, classes and texts that a method mentions. */
    private List<String> names(MethodNode method) {
        List<String> names = new ArrayList<>();
        VariantTables tables = new VariantTables(declarations);
        for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
            if (insn instanceof FieldInsnNode field && VariantTables.isTable(field.name)) {
                tables.of(field.owner, field.name).values().forEach(label -> names.add(label.toString()));
            } else if (insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
                names.add(field.name);
            } else if (insn instanceof LdcInsnNode constant) {
                names.add(
                        constant.cst instanceof Type literal
                                ? type.names().of(literal).simple()
                                : String.valueOf(constant.cst));
            }
        }
        return names;
    }

    private static List<AnnotationNode> all(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        return Stream.of(visible, invisible)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }
}
