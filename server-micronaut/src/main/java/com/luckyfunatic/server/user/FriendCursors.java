package com.luckyfunatic.server.user;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PlayerDirectory.FriendPosition;
import com.luckyfunatic.server.api.CursorCodec;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Cursors of the friends' ranking. Each belongs to one player: another player's is refused.
 * Thread-safe.
 */
@Singleton
final class FriendCursors {
    private final CursorCodec codec;

    FriendCursors(CursorCodec codec) {
        this.codec = codec;
    }

    String encode(PlayerId player, FriendPosition position) {
        return codec.encode(list(player), position.funzEarned() + ":" + position.player());
    }

    /**
     * Returns the place that {@code cursor} stands for, null for none.
     *
     * @throws com.luckyfunatic.server.error.ProblemException when this player's ranking did not
     *     make it
     */
    @Nullable FriendPosition decode(PlayerId player, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String position = codec.decode(list(player), cursor);
        int colon = position.indexOf(':');
        return new FriendPosition(
                Long.parseLong(position, 0, colon, 10),
                PlayerId.parse(position.substring(colon + 1)));
    }

    private static String list(PlayerId player) {
        return "friends:" + player;
    }
}
