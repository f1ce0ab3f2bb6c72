package com.luckyfunatic.storage.mysql;

/** An {@link ArchiveBatch} with its entries compressed, outside of any transaction. */
public final class PackedBatch {
    private final ArchiveBatch batch;
    private final byte[] document;

    private PackedBatch(ArchiveBatch batch, byte[] document) {
        this.batch = batch;
        this.document = document;
    }

    static PackedBatch of(ArchiveBatch batch) {
        return new PackedBatch(batch, PackedEntries.pack(batch.entries()));
    }

    ArchiveBatch batch() {
        return batch;
    }

    byte[] document() {
        return document;
    }
}
