package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditSeal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a seal, kept apart from the store: who rewrites the whole store cannot rewrite it.
 *
 * @param log the name of the log
 * @param number of the seal
 * @param head of the seal
 * @param atMillis when it was sealed, epoch milliseconds
 */
public record AuditAnchor(String log, long number, String head, long atMillis) {
    private static final Pattern LINE =
            Pattern.compile("(\\S{10,40}) ([a-z][a-z-]{0,31}) ([1-9]\\d{0,17}) ([0-9a-f]{64})");

    /** Returns that of {@code seal}. */
    public static AuditAnchor of(AuditSeal seal) {
        return new AuditAnchor(seal.log(), seal.number(), seal.head(), seal.sealedAtMillis());
    }

    /**
     * Reads a line as {@link #line} writes it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static AuditAnchor parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is not the line of a seal");
        }
        try {
            return new AuditAnchor(
                    parts.group(2),
                    Long.parseLong(parts.group(3)),
                    parts.group(4),
                    Instant.parse(parts.group(1)).toEpochMilli());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it does not begin with a time", e);
        }
    }

    /** Returns it as a line of text, without an end of line. */
    public String line() {
        return Instant.ofEpochMilli(atMillis) + " " + log + " " + number + " " + head;
    }
}
