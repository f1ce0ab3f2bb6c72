package com.luckyfunatic.storage.distributed;

import java.util.function.LongConsumer;

/** A job that goes through the partitions of a share, one after the other. */
abstract class PartitionedJob implements StorageJob {
    private static final int SHARES_MAX = 4;

    private final int partitions;
    private final int shares;

    /** The partition that comes next, by share. */
    private final int[] next;

    PartitionedJob(int partitions) {
        this.partitions = partitions;
        shares = Math.min(SHARES_MAX, partitions);
        next = new int[shares];
        for (int share = 0; share < shares; share++) {
            next[share] = share;
        }
    }

    int partitions() {
        return partitions;
    }

    @Override
    public int shares() {
        return shares;
    }

    @Override
    public boolean work(int share) {
        int partition = next[share];
        if (partition >= partitions) {
            next[share] = share;
            return false;
        }
        // Moved on first: a partition that fails does not keep the others waiting.
        next[share] = partition + shares;
        doDue(partition);
        return true;
    }

    /** Does what is due in {@code partition}. */
    abstract void doDue(int partition);

    /** Does all there is in {@code partition}, and returns how many things were done. */
    abstract int doAll(int partition);

    @Override
    public long finish(LongConsumer progress) {
        long done = 0;
        for (int partition = 0; partition < partitions; partition++) {
            done += doAll(partition);
            progress.accept(done);
        }
        return done;
    }
}
