package org.runincident.audit.ratchet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.Objects;

/**
 * One known finding, as the baseline file holds it. Rule, member, site and occurrence are its identity; nothing in it
 * moves when code above it is edited.
 *
 * @param rule the rule's id
 * @param file path relative to the module's folder, with {@code /}; where it was last seen
 * @param member signature of the enclosing member; empty at file level
 * @param site normalised source ({@link SiteText})
 * @param n which of several equal ones in the member, from 1
 * @param because why it was let in later, in words; empty for what was there from the start
 * @param on day of the because, ISO; empty without one
 */
@JsonPropertyOrder({"file", "member", "rule", "site", "n", "because", "on"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BaselineEntry(
        String rule,
        String file,
        String member,
        String site,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = BaselineEntry.First.class) @JsonProperty("n")
        int n,

        String because,
        String on)
        implements Comparable<BaselineEntry> {
    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::file)
            .thenComparing(BaselineEntry::member)
            .thenComparing(BaselineEntry::rule)
            .thenComparing(BaselineEntry::site)
            .thenComparing(BaselineEntry::n)
            .thenComparing(BaselineEntry::because)
            .thenComparing(BaselineEntry::on);

    public BaselineEntry {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(file, "file");
        member = member == null ? "" : member;
        Objects.requireNonNull(site, "site");
        n = n == 0 ? 1 : n;
        because = because == null ? "" : because;
        on = on == null ? "" : on;
    }

    /** The finding's identity, wherever its file went. */
    public Identity identity() {
        return new Identity(rule, member, site, n);
    }

    /** The same entry at another place, with its because. */
    BaselineEntry at(Identified found) {
        return new BaselineEntry(
                rule,
                found.file(),
                found.identity().member(),
                found.identity().site(),
                found.identity().n(),
                because,
                on);
    }

    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }

    /** Leaves {@code "n": 1} out of the file: nearly every entry is the only one of its kind. */
    static final class First {
        @Override
        public boolean equals(Object value) {
            return Integer.valueOf(1).equals(value);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
