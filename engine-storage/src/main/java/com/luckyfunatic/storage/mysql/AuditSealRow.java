package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.audit.MarksBytes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code audit_seal}. */
@MappedEntity("audit_seal")
@SuppressWarnings("ArrayRecordComponent") // never compared; the array is handed on to be read
record AuditSealRow(
        @Id String log,
        long number,
        long epochDay,
        long fromPosition,
        long toPosition,
        long earliestMillis,
        String rowsHash,
        byte[] marks,
        boolean keyed,
        String head,
        long sealedAt) {
    AuditSeal toSeal() {
        try {
            return new AuditSeal(
                    log,
                    number,
                    epochDay,
                    fromPosition,
                    toPosition,
                    earliestMillis,
                    rowsHash,
                    MarksBytes.read(marks),
                    keyed,
                    head,
                    sealedAt);
        } catch (IllegalArgumentException e) {
            throw new StorageCorruptException("a seal cannot be understood", e);
        }
    }
}
