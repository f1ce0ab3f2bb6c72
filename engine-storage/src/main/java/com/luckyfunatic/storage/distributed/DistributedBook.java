package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.Operations;
import com.luckyfunatic.storage.mysql.Snapshots;
import com.luckyfunatic.storage.redis.RedisPlayers;
import com.luckyfunatic.storage.scylla.AuditPosition;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.verify.CarriedOut;
import com.luckyfunatic.storage.verify.HardOperation;
import com.luckyfunatic.storage.verify.KeptChange;
import com.luckyfunatic.storage.verify.KeptChange.Kept;
import com.luckyfunatic.storage.verify.PlayerBook;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the three databases keep of one player. Reading it loads nobody into Redis. */
final class DistributedBook implements PlayerBook {
    private static final Comparator<StateChange> LATEST_FIRST =
            Comparator.comparingLong(StateChange::sequence)
                    .thenComparingLong(StateChange::id)
                    .reversed();

    private final PlayerId player;
    private final long oldestArchived;
    private final Places places;

    /**
     * Where everything is.
     *
     * @param auditKept how long a change stays in the audit after it was written
     */
    record Places(
            RedisPlayers players,
            PlayerLoader loader,
            Snapshots snapshots,
            Operations operations,
            PlayerDirectory directory,
            OperatorActions actions,
            SupportPlans plans,
            UnauditedChanges unaudited,
            AuditTrail audit,
            GameCodec codec,
            Duration auditKept,
            InstantSource clock) {}

    /**
     * @param oldestArchived the lowest sequence in the archive; {@link Long#MAX_VALUE} for none
     */
    DistributedBook(PlayerId player, long oldestArchived, Places places) {
        this.player = player;
        this.oldestArchived = oldestArchived;
        this.places = places;
    }

    @Override
    public PlayerId player() {
        return player;
    }

    /** As Redis has it; where it would be loaded first, what would be loaded. */
    @Override
    public @Nullable PlayerState state() {
        return switch (places.players().read(player, null)) {
            case RedisPlayers.Read.Found(var _, PlayerState state) -> state;
            case RedisPlayers.Read.NotLoaded(long generation) ->
                    places.loader().look(player, generation).state();
            case RedisPlayers.Read.Known _ ->
                    throw new IllegalStateException("no operation was asked for");
        };
    }

    @Override
    public @Nullable PlayerState snapshot() {
        return places.snapshots()
                .find(player)
                .map(stored -> stored.state())
                .map(places.codec()::readState)
                .orElse(null);
    }

    @Override
    public void changes(Consumer<KeptChange> consumer) {
        Deque<KeptChange> underWay = underWay(); // before the audit
        AuditPosition before = AuditPosition.LATEST;
        Page<StateChange> page;
        do {
            page = places.audit().changes(player, 0, Long.MAX_VALUE, before, Page.LIMIT_MAX);
            for (StateChange audited : page.items()) {
                handOut(underWay, audited, consumer);
                consumer.accept(new KeptChange(audited, Kept.AT_REST));
                before = AuditPosition.of(audited);
            }
        } while (page.hasMore());
        underWay.forEach(consumer);
    }

    /** Returns what the audit is not known to have, latest first, each once. */
    private Deque<KeptChange> underWay() {
        SortedMap<StateChange, KeptChange> found = new TreeMap<>(LATEST_FIRST);
        for (UnauditedChanges.Unaudited each : places.unaudited().of(player)) {
            StateChange change = each.entry().toChange(places.codec());
            // What is archived comes later, and counts: it tells more.
            Kept where = each.isArchived() ? Kept.ARCHIVED : Kept.UNDER_WAY;
            found.put(change, new KeptChange(change, where));
        }
        return new ArrayDeque<>(found.values());
    }

    /** Hands out what comes before {@code audited}, and forgets what is the same. */
    private static void handOut(
            Deque<KeptChange> underWay, StateChange audited, Consumer<KeptChange> consumer) {
        KeptChange next = underWay.peek();
        while (next != null && LATEST_FIRST.compare(next.change(), audited) <= 0) {
            underWay.remove();
            if (next.change().id() != audited.id()) {
                consumer.accept(next);
            }
            next = underWay.peek();
        }
    }

    /** Only what the audit may have let go, and what the archive does not have. */
    @Override
    public boolean mayLack(long sequence) {
        long keptSince = places.clock().millis() - places.auditKept().toMillis();
        return sequence < oldestArchived
                && places.directory()
                        .profile(player)
                        .map(profile -> profile.joinedAtMillis() < keptSince)
                        .orElse(true);
    }

    @Override
    public List<HardOperation> operations() {
        return places.operations().lasting(player).stream()
                .map(each -> new HardOperation(each.id(), each.changeId(), each.sequence()))
                .toList();
    }

    @Override
    public OperationId operationOf(StateChange hard) {
        OperationId id = hard.operationId();
        return id == null ? HardOperations.idOf(hard) : id;
    }

    @Override
    public Optional<List<CarriedOut>> carriedOut() {
        return Optional.of(CarriedOut.of(player, places.actions(), places.plans()));
    }

    @Override
    public Optional<Map<LocalDate, Long>> auditedByDay() {
        Map<LocalDate, Long> counts = new LinkedHashMap<>();
        for (LocalDate day : places.audit().days(player)) {
            counts.put(day, places.audit().changesOn(player, day));
        }
        return Optional.of(counts);
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }
}
