package com.luckyfunatic.engine.audit;

/**
 * A row of something that is recorded, as it is stored.
 *
 * @param position where it stands among the rows of its log, from 1
 * @param atMillis when it says it was made, epoch milliseconds
 * @param content everything that is stored in it, its position included, in a form that differs
 *     whenever a column does; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are handed on to be hashed
public record AuditRow(long position, long atMillis, byte[] content) {}
