package org.runincident.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.status.FailSite;
import org.runincident.flow.status.SiteKey;
import org.runincident.flow.status.StatusTypes;
import org.runincident.vocabulary.StatusWords;
import org.runincident.vocabulary.Words;

/**
 * What a reader would call the thing whose status it is: its type; where that says nothing (a map, an object looked up by its
 * id), what the callees know, the status type ({@code Task} of {@code TaskStatus}), the property ({@code Trigger} of {@code
 * triggerState}), the variable, and last the class around.
 */
final class EntityNames {

    private static final Set<String> VAGUE = Set.of(
            "Object",
            "String",
            "Optional",
            "Builder",
            "Void",
            "Class",
            "Record",
            "Entry",
            "Integer",
            "Long",
            "Boolean",
            "JsonNode",
            "ObjectNode",
            "JSONObject",
            "JsonObject",
            "Document",
            "Row",
            "Supplier",
            "Function",
            "Consumer");

    private static final List<String> CONTAINERS = List.of(
            "Map",
            "List",
            "Set",
            "Collection",
            "Iterable",
            "Iterator",
            "Stream",
            "Future",
            "Reference",
            "[]",
            "Properties");

    private static final Set<String> NO_NOUNS = Set.of(
            "this", "result", "value", "item", "object", "obj", "entity", "data", "other", "next", "first", "last",
            "current", "old", "new", "the", "that", "each", "key", "name", "code", "flag", "args", "params");

    private static final List<String> ROLES = List.of(
            "Impl",
            "Service",
            "Repository",
            "Dao",
            "DAO",
            "Store",
            "Manager",
            "Handler",
            "Support",
            "Controller",
            "Mapper",
            "Helper",
            "Utils",
            "Util",
            "Processor",
            "Executor",
            "Listener",
            "Resource",
            "Facade",
            "Operator",
            "Runner",
            "Checker");

    private final StatusTypes types;
    private final Map<SiteKey, FailSite> sites;
    private final StatusWords words;

    EntityNames(StatusTypes types, Map<SiteKey, FailSite> sites, StatusWords words) {
        this.types = types;
        this.sites = sites;
        this.words = words;
    }

    /** Never empty. */
    String of(FailSite site) {
        String own = ofType(site.entity());
        if (!own.isEmpty()) {
            return own;
        }
        String callee = ofCallees(site);
        if (!callee.isEmpty()) {
            return callee;
        }
        String status = ofStatus(types.typeOf(site));
        if (!status.isEmpty()) {
            return status;
        }
        String property = withoutStatus(site.property());
        if (!property.isEmpty()) {
            return capital(property);
        }
        String variable = ofVariable(site.subject());
        return variable.isEmpty() ? ofOwner(site.key().method().owner()) : variable;
    }

    /** Whether a type says nothing of what its objects are. */
    static boolean isVague(TypeName type) {
        String simple = type.simple();
        return simple.length() < 2
                || VAGUE.contains(simple)
                || Character.isLowerCase(simple.charAt(0)) && type.resolved()
                || CONTAINERS.stream().anyMatch(simple::endsWith);
    }

    private static String ofType(TypeName type) {
        String simple = type.simple();
        if (simple.equals("Builder")) {
            return ownerOf(type.text());
        }
        if (type.isUnknown() || isVague(type)) {
            return "";
        }
        return simple.endsWith("Builder") ? simple.substring(0, simple.length() - "Builder".length()) : simple;
    }

    private String ofCallees(FailSite site) {
        Set<SiteKey> seen = new HashSet<>();
        Deque<SiteKey> work = new ArrayDeque<>(site.origins());
        while (!work.isEmpty()) {
            FailSite callee = sites.get(work.peek());
            if (seen.add(work.poll()) && callee != null) {
                String name = ofType(callee.entity());
                if (!name.isEmpty()) {
                    return name;
                }
                work.addAll(callee.origins());
            }
        }
        return "";
    }

    /** {@code Task} of {@code TaskStatus}, or of {@code Task.Status}. */
    private String ofStatus(TypeName status) {
        String simple = status.simple();
        if (simple.isEmpty()) {
            return "";
        }
        String rest = withoutStatus(simple);
        return rest.isEmpty() ? ownerOf(status.text()) : capital(rest);
    }

    private static String ownerOf(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return "";
        }
        String owner = name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
        return Character.isUpperCase(owner.charAt(0)) ? owner : "";
    }

    /** What is left of a name when the word for how something stands is taken off its end. */
    private String withoutStatus(String name) {
        String last = Words.last(name);
        boolean status =
                words.isStatusName(name) && name.toLowerCase(Locale.ROOT).endsWith(last);
        String rest = status ? name.substring(0, name.length() - last.length()).replaceAll("[_-]+$", "") : "";
        return rest.length() < 3 || NO_NOUNS.contains(rest.toLowerCase(Locale.ROOT)) ? "" : rest;
    }

    private static String ofVariable(String subject) {
        String name = subject.substring(subject.lastIndexOf('.') + 1);
        if (name.length() < 3 || !name.chars().allMatch(Character::isJavaIdentifierPart)) {
            return "";
        }
        List<String> parts = Words.of(name);
        if (parts.isEmpty()
                || NO_NOUNS.contains(parts.get(0))
                || Set.of("is", "has", "should").contains(parts.get(0))) {
            return "";
        }
        String last = parts.get(parts.size() - 1);
        if (last.equals("id") || last.equals("key")) {
            return name.length() > last.length() ? capital(name.substring(0, name.length() - last.length())) : "";
        }
        return capital(name);
    }

    private static String ofOwner(String owner) {
        String simple = owner.substring(owner.lastIndexOf('.') + 1).replaceAll("\\$\\d*$", "");
        String name = simple;
        for (String role : ROLES) {
            if (name.endsWith(role) && name.length() > role.length() + 2) {
                name = name.substring(0, name.length() - role.length());
                break;
            }
        }
        return name.isEmpty() ? owner : name;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
