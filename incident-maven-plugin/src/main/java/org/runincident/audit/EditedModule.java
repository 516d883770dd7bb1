package org.runincident.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.runincident.audit.cache.Rewriting;
import org.runincident.audit.ratchet.Identified;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.Revision;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceText;
import org.runincident.audit.types.TypeIndex;
import org.runincident.code.Place;
import org.runincident.inventory.Inventory;
import org.runincident.rule.Finding;

/**
 * The verdicts of a module after edits that nobody outside of the edited bodies can notice: those of before, at their new
 * places. Whatever else was edited, or when in doubt, there is no answer, and the module is judged anew.
 */
final class EditedModule {
    private final AuditModule module;
    private final Trace trace;
    private final TypeIndex index;
    private final FileReading reading;
    private final Judgement judgement;

    EditedModule(AuditModule module, Trace trace, TypeIndex index, FileReading reading, Judgement judgement) {
        this.module = module;
        this.trace = trace;
        this.index = index;
        this.reading = reading;
        this.judgement = judgement;
    }

    /** A file, what it held at the last judgement, and what it holds. */
    @SuppressWarnings("ArrayRecordComponent")
    record Edit(SourceFile file, byte[] before, byte[] after) {}

    /** A text as it was read. */
    private record Version(FileFacts facts, ParsedFile tree) {
        boolean isPlain() {
            boolean read = facts.fate() == FileFacts.Fate.PARSED || facts.fate() == FileFacts.Fate.FILTERED;
            return read
                    && facts.problems().isEmpty()
                    && facts.mirrors().isEmpty()
                    && facts.allowances().isEmpty();
        }
    }

    /** The verdicts after the edits; empty when that cannot be told from the edited files alone. */
    Optional<Judged> after(Judged before, List<Edit> edits) {
        Optional<Judged> judged = Optional.of(before);
        for (Edit edit : edits) {
            judged = judged.flatMap(known -> after(known, edit));
        }
        return judged;
    }

    private Optional<Judged> after(Judged before, Edit edit) {
        SourceText was = SourceText.decode(edit.before(), module.encoding());
        SourceText is = SourceText.decode(edit.after(), module.encoding());
        if (module.config().excludes(edit.file().file()) || !isPlain(was) || !isPlain(is)) {
            return Optional.empty();
        }
        Version later = version(edit.file(), is, true);
        Version earlier = version(edit.file(), was, false);
        if (!earlier.isPlain()
                || !later.isPlain()
                || earlier.facts().fate() != later.facts().fate()) {
            return Optional.empty();
        }
        String path = edit.file().path();
        return Revision.of(earlier.tree(), later.tree())
                .filter(Revision::isInBody)
                .filter(revision -> new BodyEdit(
                                trace,
                                index,
                                module.config().vocabulary(),
                                path,
                                earlier.facts().graphs(),
                                later.facts().graphs())
                        .isUnnoticed(revision))
                .flatMap(revision -> moved(before, path, revision, earlier.facts(), later.facts()));
    }

    /** With an escape in it, the tokens of a text are not where its nodes are. */
    private static boolean isPlain(SourceText text) {
        return text.problems().isEmpty() && !text.text().contains("\\u");
    }

    private Version version(SourceFile file, SourceText text, boolean current) {
        ParsedFile[] tree = new ParsedFile[1];
        FileFacts facts = reading.read(file, text, (parsed, names) -> {
            tree[0] = parsed;
            if (current) {
                index.offer(parsed, names);
            }
        });
        return new Version(
                facts, tree[0] != null ? tree[0] : new JavaSourceParser(module.encoding()).parse(file, text.text()));
    }

    private Optional<Judged> moved(Judged before, String file, Revision revision, FileFacts earlier, FileFacts later) {
        if (!later.unknownTypes().containsAll(earlier.unknownTypes())) {
            return Optional.empty();
        }
        Predicate<Object> mentions = item -> mentions(item, file);
        Inventory there = some(before.inventory(), mentions);
        Optional<Judged> moved = BodyEdit.moved(before, file, revision);
        return moved.flatMap(judged -> findings(
                        before, judgement.findings(there, List.of()), some(judged.inventory(), mentions), mentions)
                .map(findings -> new Judged(
                        findings,
                        judged.allowed(),
                        judged.inventory(),
                        census(judged.census(), earlier, later),
                        judged.unjudged(),
                        judged.members())));
    }

    /**
     * All findings, those anew that have to do with the file: their words and identities may know of lines.
     *
     * @param old what the rules said of the items that have to do with the file
     * @param items the same items as they are now
     */
    private Optional<List<Identified>> findings(
            Judged before, List<Finding> old, Inventory items, Predicate<Object> mentions) {
        List<Identified> kept = new ArrayList<>();
        Set<Finding> outdated = new HashSet<>(old);
        Set<String> members = new HashSet<>();
        int found = 0;
        for (Identified identified : before.findings()) {
            if (outdated.contains(identified.finding())) {
                found++;
            } else if (mentions.test(identified)) {
                return Optional.empty();
            } else {
                kept.add(identified);
                members.add(member(identified.finding()));
            }
        }
        List<Finding> anew = new ArrayList<>(judgement.findings(items, List.of()));
        anew.sort(null);
        if (found != old.size()
                || before.allowed().stream().anyMatch(mentions)
                || anew.stream().map(EditedModule::member).anyMatch(members::contains)) {
            return Optional.empty();
        }
        kept.addAll(judgement.identified(anew));
        kept.sort(java.util.Comparator.comparing(Identified::finding));
        return Optional.of(List.copyOf(kept));
    }

    /** What is counted together in identities. */
    private static String member(Finding finding) {
        return finding.rule() + " "
                + (finding.member() == null
                        ? finding.at().file()
                        : finding.member().signature());
    }

    private static boolean mentions(Object item, String file) {
        boolean[] found = new boolean[1];
        new Rewriting<>(Place.class, place -> {
                    found[0] |= place.file().equals(file);
                    return place;
                })
                .of(item);
        return found[0];
    }

    private static Inventory some(Inventory all, Predicate<Object> wanted) {
        return new Inventory(
                all.statusSites().stream().filter(wanted).toList(),
                all.statusTurns().stream().filter(wanted).toList(),
                all.handlers().stream().filter(wanted).toList(),
                all.finallyLeaps().stream().filter(wanted).toList(),
                all.futures().stream().filter(wanted).toList(),
                all.consumers().stream().filter(wanted).toList(),
                0,
                all.casts().stream().filter(wanted).toList(),
                all.mirrors().stream().filter(wanted).toList());
    }

    private static Census census(Census before, FileFacts earlier, FileFacts later) {
        Set<String> unknown = new TreeSet<>(before.unknownTypes());
        unknown.addAll(later.unknownTypes());
        return new Census(
                before.files(),
                before.parsed(),
                before.filtered(),
                before.excluded(),
                before.unreadable(),
                before.lines() - earlier.lines() + later.lines(),
                before.methods(),
                unknown,
                before.problems());
    }
}
