package com.luckyfunatic.storage.leaderboard;

import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The places of a board in their order: a sorted list in blocks. Finding a place takes a binary
 * search, and a rank one addition per block before it: some thousands for a million places. The JDK
 * has no sorted collection that knows the rank of an element. Not thread-safe.
 */
public final class Ranking {
    private static final int BLOCK_MAX = 512;

    private final Comparator<BoardPlace> order;
    private final Map<PlayerId, BoardPlace> places = new HashMap<>();

    /** Sorted, and each of them sorted; none is empty. */
    private final List<List<BoardPlace>> blocks = new ArrayList<>();

    /** An empty one. */
    public Ranking(Comparator<BoardPlace> order) {
        this.order = order;
    }

    /** How many places there are. */
    public int size() {
        return places.size();
    }

    /** Puts a player to {@code place}, wherever he was. */
    public void put(BoardPlace place) {
        BoardPlace before = places.put(place.player(), place);
        if (place.equals(before)) {
            return;
        }
        if (before != null) {
            takeOut(before);
        }
        insert(place);
    }

    /** Takes {@code player} out, if he is here. */
    public void remove(PlayerId player) {
        BoardPlace before = places.remove(player);
        if (before != null) {
            takeOut(before);
        }
    }

    private void insert(BoardPlace place) {
        if (blocks.isEmpty()) {
            blocks.add(new ArrayList<>(List.of(place)));
            return;
        }
        int number = Math.min(blockOf(place), blocks.size() - 1);
        List<BoardPlace> block = blocks.get(number);
        block.add(indexOfFirstNotBefore(block, place), place);
        if (block.size() > BLOCK_MAX) {
            List<BoardPlace> half = block.subList(BLOCK_MAX / 2, block.size());
            blocks.add(number + 1, new ArrayList<>(half));
            half.clear();
        }
    }

    private void takeOut(BoardPlace place) {
        int number = blockOf(place);
        List<BoardPlace> block = blocks.get(number);
        block.remove(indexOfFirstNotBefore(block, place));
        if (block.isEmpty()) {
            blocks.remove(number);
        }
    }

    /** Returns the number of the first block whose last place is not before {@code place}. */
    private int blockOf(BoardPlace place) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(blocks.get(middle).getLast(), place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int indexOfFirstNotBefore(List<BoardPlace> block, BoardPlace place) {
        int found = Collections.binarySearch(block, place, order);
        return found < 0 ? -found - 1 : found;
    }

    /** Returns how many places are before {@code place}, whether or not anybody stands there. */
    private int before(BoardPlace place) {
        int number = blockOf(place);
        int before = 0;
        for (int i = 0; i < number; i++) {
            before += blocks.get(i).size();
        }
        return number == blocks.size()
                ? before
                : before + indexOfFirstNotBefore(blocks.get(number), place);
    }

    /** Returns where {@code player} stands. */
    public Optional<RankedPlace> rank(PlayerId player) {
        return Optional.ofNullable(places.get(player))
                .map(place -> new RankedPlace(before(place) + 1L, place));
    }

    /** Returns {@code player} with those around; see the port. */
    public List<RankedPlace> around(PlayerId player, int limit) {
        BoardPlace place = places.get(player);
        if (place == null) {
            return List.of();
        }
        return slice(Math.max(0, Math.min(before(place) - limit / 2, size() - limit)), limit);
    }

    /**
     * Returns the places after {@code place}, from the first on for null.
     *
     * @param limit how many at most
     */
    public List<RankedPlace> after(@Nullable BoardPlace place, int limit) {
        if (place == null) {
            return slice(0, limit);
        }
        int from = before(place);
        boolean isTaken = place.equals(places.get(place.player()));
        return slice(isTaken ? from + 1 : from, limit);
    }

    private List<RankedPlace> slice(int from, int limit) {
        List<RankedPlace> slice = new ArrayList<>(Math.min(limit, size()));
        int rank = 0;
        for (List<BoardPlace> block : blocks) {
            int end = rank + block.size();
            for (int i = Math.max(from, rank); i < Math.min(end, from + limit); i++) {
                slice.add(new RankedPlace(i + 1L, block.get(i - rank)));
            }
            rank = end;
            if (rank >= from + limit) {
                break;
            }
        }
        return slice;
    }
}
