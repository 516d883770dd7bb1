package org.runincident.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.runincident.code.Declarations;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;

/** Declarations that are put together when somebody asks for one: most runs end without. */
final class LateDeclarations implements Declarations {
    private final Supplier<Declarations> make;
    private Declarations made;

    LateDeclarations(Supplier<Declarations> make) {
        this.make = make;
    }

    private synchronized Declarations made() {
        if (made == null) {
            made = make.get();
        }
        return made;
    }

    @Override
    public Optional<TypeDeclaration> type(TypeName name) {
        return made().type(name);
    }

    @Override
    public boolean knows(TypeName name) {
        return made().knows(name);
    }

    @Override
    public List<TypeName> supertypes(TypeName name) {
        return made().supertypes(name);
    }

    @Override
    public Collection<TypeName> directSubtypes(TypeName name) {
        return made().directSubtypes(name);
    }
}
