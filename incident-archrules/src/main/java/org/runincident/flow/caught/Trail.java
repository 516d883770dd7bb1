package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.runincident.code.Span;

/** The notes taken on one path, newest first; shared between paths that began alike. */
record Trail(Trail before, PathNote note) {

    static Trail add(Trail before, Span at, String text) {
        return new Trail(before, new PathNote(at, text));
    }

    static List<PathNote> inOrder(Trail last) {
        List<PathNote> notes = new ArrayList<>();
        for (Trail t = last; t != null; t = t.before) {
            notes.add(t.note);
        }
        Collections.reverse(notes);
        return notes;
    }
}
