package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/**
 * A status that a body writes, as it stands there: into a field, or by a setter that does no more.
 *
 * @param subject whose status it is; null for a static field
 * @param slot where it is kept
 * @param value what is written
 */
record WrittenStatus(int block, Event event, Value subject, Slot slot, Value value) {

    /**
     * A field that holds a status.
     *
     * @param owner the type that declares it
     */
    record Slot(TypeName owner, String property) {}

    Span at() {
        return event.at();
    }

    /** Whether the object writes its own status. */
    boolean isOwn() {
        return subject instanceof Value.Variable variable && variable.role() == Value.Role.RECEIVER;
    }

    /** The constant that is written; null when it is none of a status. */
    Value.Constant constant(StatusTypes types) {
        return value instanceof Value.Constant constant
                        && types.isStatus(Atom.of(constant).type())
                ? constant
                : null;
    }

    static List<WrittenStatus> in(EventGraph graph, StatusTypes types) {
        List<WrittenStatus> found = new ArrayList<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                WrittenStatus written = event instanceof Event.Put put
                        ? put(put, block.id(), types)
                        : event instanceof Event.Call call ? set(call, block.id(), types) : null;
                if (written != null) {
                    found.add(written);
                }
            }
        }
        return found;
    }

    private static WrittenStatus put(Event.Put put, int block, StatusTypes types) {
        if (put.receiver() == null || !types.isStatus(put.fieldType())) {
            return null;
        }
        Slot slot = slot(put.owner(), put.field(), types);
        return slot == null ? null : new WrittenStatus(block, put, put.receiver(), slot, put.value());
    }

    private static WrittenStatus set(Event.Call call, int block, StatusTypes types) {
        MethodDeclaration declaration = call.method().declaration();
        if (declaration == null || call.receiver() == null || call.arguments().size() != 1) {
            return null;
        }
        String property = Accessors.written(call.method().name());
        if (property == null
                || !call.method().name().startsWith("set")
                || !types.isStatus(declaration.parameters().get(0).type())) {
            return null;
        }
        Slot slot = slot(call.method().owner(), property, types);
        return slot == null
                ? null
                : new WrittenStatus(
                        block, call, call.receiver(), slot, call.arguments().get(0));
    }

    /** @return null when no such field can be seen */
    private static Slot slot(TypeName owner, String property, StatusTypes types) {
        for (TypeDeclaration type : types.declarations().lineage(owner)) {
            FieldDeclaration field = type.field(property).orElse(null);
            if (field != null && !field.isStatic()) {
                return types.isStatus(field.type()) ? new Slot(type.name(), property) : null;
            }
        }
        return null;
    }

    /** The subject as a reader would write it; empty when it has no name. */
    String text(Definitions definitions) {
        return text(definitions, subject);
    }

    private static String text(Definitions definitions, Value value) {
        if (value instanceof Value.Variable variable) {
            return variable.name();
        }
        Event made = definitions.of(value);
        if (made instanceof Event.Get get) {
            return joined(text(definitions, get.receiver()), get.field());
        }
        return made instanceof Event.Call call && call.receiver() != null
                ? joined(text(definitions, call.receiver()), call.method().name() + "()")
                : "";
    }

    private static String joined(String of, String member) {
        return of.isEmpty() || of.equals("this") ? member : of + "." + member;
    }
}
