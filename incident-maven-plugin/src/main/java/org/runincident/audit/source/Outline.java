package org.runincident.audit.source;

import java.util.List;
import org.runincident.code.TypeKind;

/**
 * What a file declares, as far as a scan of its words tells without parsing: every type that is not local or anonymous.
 *
 * @param packageName empty for the unnamed package
 */
public record Outline(String packageName, List<Import> imports, List<OutlinedType> types) {
    public Outline {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
    }

    /** @param name without {@code .*} */
    public record Import(String name, boolean isStatic, boolean asterisk, boolean module) {}

    /**
     * A declared type.
     *
     * @param name qualified
     * @param outer qualified name of the type around it; empty at top level
     * @param supertypes as written, type arguments cut off: superclass first, then interfaces
     * @param permitted as written in its permits clause
     */
    public record OutlinedType(
            String name, String outer, TypeKind kind, List<String> supertypes, List<String> permitted) {
        public OutlinedType {
            supertypes = List.copyOf(supertypes);
            permitted = List.copyOf(permitted);
        }
    }

    /** Scans the text of a file. */
    public static Outline of(String text) {
        return new OutlineScanner(text).scan();
    }
}
