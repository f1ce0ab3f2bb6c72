package com.luckyfunatic.engine.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to hold against the hashes that a log has of them.
 *
 * @param to those that the rows of the log up to this position tell of
 * @param begunAtMillis when the first seal of the log was made, epoch milliseconds: what is older
 *     need not be known to it
 * @param day those of this UTC day only; null for all days
 * @param nowMillis epoch milliseconds
 */
public record AuditScope(long to, long begunAtMillis, @Nullable LocalDate day, long nowMillis) {}
