package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.mysql.Partitions;
import com.luckyfunatic.storage.redis.GenerationRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** {@link GenerationRegistry} in MySQL. */
final class MySqlGenerations implements GenerationRegistry {
    private final Partitions partitions;

    MySqlGenerations(Partitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public long current(int partition) {
        Long generation = partitions.generations().get(partition);
        if (generation == null) {
            throw new StorageCorruptException("MySQL has no partition " + partition);
        }
        return generation;
    }

    @Override
    public void raise(Collection<Integer> raised) {
        partitions.raise(raised);
    }

    @Override
    public boolean raiseTo(int partition, long least) {
        return partitions.raiseTo(partition, least);
    }

    @Override
    public long incarnation() {
        return partitions.incarnation();
    }

    @Override
    public Optional<Map<Integer, Long>> begin(long next, long ended, Collection<Integer> lost) {
        return partitions.begin(next, ended, lost);
    }
}
