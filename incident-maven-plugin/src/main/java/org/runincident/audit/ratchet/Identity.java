package org.runincident.audit.ratchet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a finding this finding: neither its line nor its words.
 *
 * @param rule the rule's id
 * @param member signature of the enclosing member; empty at file level
 * @param site normalised source of the site
 * @param n which of several equal ones in the member, from 1
 */
public record Identity(String rule, String member, String site, int n) {
    /** Version of the way fingerprints are made; part of the key they are published under. */
    public static final int VERSION = 1;

    private static final int HEX_DIGITS = 16;

    /** A short name for the identity: {@value #HEX_DIGITS} hexadecimal digits. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(
                    String.join("\0", rule, member, site, String.valueOf(n)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The member without its owner: {@code close(Order)}; what stays when a class is renamed or a method moves. */
    String memberName() {
        return member.substring(member.indexOf('#') + 1);
    }
}
