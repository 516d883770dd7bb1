package org.runincident.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The codes that are known: the common ones and those of the installed {@link FailureCodeProvider providers}. */
public final class FailureCodes {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_.]*");

    private final Map<String, FailureCode> byCode;

    private FailureCodes(Map<String, FailureCode> byCode) {
        this.byCode = byCode;
    }

    /**
     * The common codes and those of every provider that the class loader finds.
     *
     * @throws IllegalStateException if two codes have one name, or one is not well formed
     */
    public static FailureCodes installed(ClassLoader loader) {
        List<FailureCode> codes = new ArrayList<>();
        ServiceLoader.load(FailureCodeProvider.class, loader).forEach(provider -> codes.addAll(provider.codes()));
        return with(codes);
    }

    /** As {@link #installed(ClassLoader)}, with the class loader of this library. */
    public static FailureCodes installed() {
        return installed(FailureCodes.class.getClassLoader());
    }

    /**
     * The common codes and these.
     *
     * @throws IllegalStateException if two codes have one name, or one is not well formed
     */
    public static FailureCodes with(Collection<? extends FailureCode> codes) {
        Map<String, FailureCode> known = new TreeMap<>();
        for (FailureCode code : CommonCode.values()) {
            add(known, code);
        }
        codes.forEach(code -> add(known, code));
        return new FailureCodes(known);
    }

    private static void add(Map<String, FailureCode> known, FailureCode code) {
        if (code.code() == null || !FORM.matcher(code.code()).matches()) {
            throw new IllegalStateException("the code \"" + code.code() + "\" of " + place(code)
                    + " is not made of lower case letters, digits, underscores and dots");
        }
        if (code.message() == null || code.message().isBlank()) {
            throw new IllegalStateException("the code \"" + code.code() + "\" of " + place(code) + " has no message");
        }
        FailureCode first = known.putIfAbsent(code.code(), code);
        if (first != null && !first.equals(code)) {
            throw new IllegalStateException("the code \"" + code.code() + "\" has two meanings: " + place(first)
                    + " and " + place(code) + "; let code() of one of them answer something else");
        }
    }

    private static String place(FailureCode code) {
        Class<?> type = code instanceof Enum<?> constant ? constant.getDeclaringClass() : code.getClass();
        return type.getName() + "." + code.name();
    }

    /** All known codes, sorted by what is stored. */
    public List<FailureCode> all() {
        return List.copyOf(byCode.values());
    }

    /**
     * The code that is stored as this text; an {@link UnknownCode} if nobody knows it, and {@link CommonCode#UNRECORDED} if
     * nothing was stored.
     *
     * @param stored may be null or blank
     */
    public FailureCode find(String stored) {
        if (stored == null || stored.isBlank()) {
            return CommonCode.UNRECORDED;
        }
        FailureCode known = byCode.get(stored);
        return known == null ? new UnknownCode(stored) : known;
    }
}
