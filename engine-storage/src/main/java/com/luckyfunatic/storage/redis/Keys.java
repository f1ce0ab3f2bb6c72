package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.player.PlayerId;

/** The names of keys. All of a partition share the hash tag {@code {p042}}. */
final class Keys {
    private final String prefix;

    /**
     * @param prefix stands in front of every key, so that several games can share a Redis; may be
     *     empty
     */
    Keys(String prefix) {
        if (prefix.indexOf('{') >= 0) {
            throw new IllegalArgumentException("a key prefix has no brace, was " + prefix);
        }
        this.prefix = prefix;
    }

    private String inPartition(int partition, String name) {
        String digits = Integer.toString(partition);
        return prefix + "{p" + "0".repeat(Math.max(0, 3 - digits.length())) + digits + "}:" + name;
    }

    String player(int partition, PlayerId player) {
        return inPartition(partition, "player:" + player);
    }

    String operation(int partition, PlayerId player, OperationId id) {
        return inPartition(partition, "op:" + player + ":" + id.value());
    }

    String generation(int partition) {
        return inPartition(partition, "generation");
    }

    String journal(int partition) {
        return inPartition(partition, "journal");
    }

    String dirty(int partition) {
        return inPartition(partition, "dirty");
    }

    String ranking(int partition, BoardId board) {
        return inPartition(partition, "board:" + board + ":ranking");
    }

    String entries(int partition, BoardId board) {
        return inPartition(partition, "board:" + board + ":entries");
    }

    String sessions(int partition) {
        return inPartition(partition, "sessions");
    }

    /** Of one process. */
    String sessionsSent(int partition, String sender) {
        return inPartition(partition, "sessions:sent:" + sender);
    }

    String touched(int partition) {
        return inPartition(partition, "touched");
    }
}
