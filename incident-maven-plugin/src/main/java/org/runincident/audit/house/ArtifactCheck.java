package org.runincident.audit.house;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.vocabulary.PathGlobs;

/** Whether one generated file or registry is up to date. */
final class ArtifactCheck {
    private static final Pattern RECORDED = Pattern.compile("incident-sources:\\s*([0-9a-f]+)");
    private static final int HEX_DIGITS = 16;
    private static final int NAMED_AT_MOST = 5;

    private final ProjectFiles files;
    private final ArtifactSettings settings;

    ArtifactCheck(ProjectFiles files, ArtifactSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    record Problem(String problem, String hint) {}

    /** What is wrong with it; empty when it is up to date. */
    Optional<Problem> problem() {
        Optional<String> text = files.text(Path.of(settings.file()));
        if (text.isEmpty()) {
            return Optional.of(new Problem("is not there", "Make it, or take it out of incident.json."));
        }
        return settings.sources().isEmpty() ? missingNames(text.get()) : otherHash(text.get());
    }

    private Optional<Problem> otherHash(String text) {
        String hash = hash();
        Matcher recorded = RECORDED.matcher(text);
        if (!recorded.find()) {
            return Optional.of(new Problem(
                    "does not say which sources it was made from",
                    "Let its generator write a line with: incident-sources: " + hash));
        }
        return recorded.group(1).equals(hash)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "was made from other sources than those that stand there now",
                        "Generate it again; the new line is: incident-sources: " + hash));
    }

    /** A hash over names and texts of the sources; line ends take no part. */
    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path source : files.matching(PathGlobs.of(settings.sources()), PathGlobs.none())) {
                digest.update((ProjectFiles.name(source) + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update((files.text(source).orElse("") + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<Problem> missingNames(String text) {
        List<String> missing = files.matching(PathGlobs.of(settings.names()), PathGlobs.none()).stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""))
                .filter(name -> !settings.except().containsKey(name))
                .filter(name -> !Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(text)
                        .find())
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", missing.subList(0, Math.min(NAMED_AT_MOST, missing.size())))
                + (missing.size() > NAMED_AT_MOST ? " and " + (missing.size() - NAMED_AT_MOST) + " more" : "");
        return Optional.of(new Problem(
                "does not name " + names, "Add what is missing, or except it in incident.json with a reason."));
    }
}
