package com.luckyfunatic.server.transfer;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox.Position;
import com.luckyfunatic.server.api.CursorCodec;
import com.luckyfunatic.server.api.PageLimit;
import com.luckyfunatic.server.error.ProblemException;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of transfers by cursor, for players and for the platform. Thread-safe. */
@Singleton
public final class TransferLists {
    private final GameEngine engine;
    private final CursorCodec cursors;

    TransferLists(GameEngine engine, CursorCodec cursors) {
        this.engine = engine;
        this.cursors = cursors;
    }

    /**
     * A part of a list.
     *
     * @param page the rows
     * @param nextCursor where the next page begins; null at the end
     */
    public record Part(Page<OutgoingTransfer> page, @Nullable String nextCursor) {}

    /**
     * Returns transfers of {@code player}, latest first.
     *
     * @throws ProblemException when the cursor or the limit is not usable
     */
    public Part ofPlayer(PlayerId player, @Nullable String cursor, @Nullable String limit) {
        String list = "transfers:" + player;
        int size = PageLimit.parse(limit);
        return part(
                list,
                engine.storage().transferOutbox().ofPlayer(player, decode(list, cursor), size));
    }

    /**
     * Returns everybody's transfers of one status, earliest first.
     *
     * @param status a step in lower case
     * @throws ProblemException when the status, the cursor or the limit is not usable
     */
    public Part at(String status, @Nullable String cursor, @Nullable String limit) {
        String list = "transfers-at:" + status;
        TransferStep step = step(status);
        int size = PageLimit.parse(limit);
        return part(list, engine.storage().transferOutbox().at(step, decode(list, cursor), size));
    }

    /** Returns the word for how far a transfer has come. */
    public static String word(TransferStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    private static TransferStep step(String status) {
        return Arrays.stream(TransferStep.values())
                .filter(each -> word(each).equals(status))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalidField(
                                "status",
                                "must be one of "
                                        + Arrays.stream(TransferStep.values())
                                                .map(TransferLists::word)
                                                .collect(Collectors.joining(", "))));
    }

    private Part part(String list, Page<OutgoingTransfer> page) {
        return new Part(
                page, page.hasMore() ? encode(list, Position.of(page.items().getLast())) : null);
    }

    private String encode(String list, Position position) {
        return cursors.encode(list, position.atMillis() + ":" + position.transfer());
    }

    private @Nullable Position decode(String list, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String position = cursors.decode(list, cursor);
        int colon = position.indexOf(':');
        return new Position(
                Long.parseLong(position, 0, colon, 10),
                new TransferId(position.substring(colon + 1)));
    }
}
