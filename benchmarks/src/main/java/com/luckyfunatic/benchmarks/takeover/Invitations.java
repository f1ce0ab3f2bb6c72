package com.luckyfunatic.benchmarks.takeover;

import com.luckyfunatic.benchmarks.audit.DrainServers;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import com.luckyfunatic.storage.verify.ConservationCheck;
import com.luckyfunatic.storage.verify.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Players who each bring one friend. That the friend counts is a follow-up, which some worker has
 * to carry out, once. Not thread-safe.
 */
final class Invitations {
    private final DistributedStorage storage;
    private final GameEngine engine;
    private final List<PlayerId> inviting = new ArrayList<>();
    private final List<PlayerId> everybody = new ArrayList<>();
    private long accounts;

    Invitations(DistributedStorage storage) {
        this.storage = storage;
        engine = GameEngine.on(storage, Catalog.of(CatalogLoader.standard()));
    }

    /** Somebody joins, plays and brings a friend; returns who has invited. */
    PlayerId invite() {
        long account = ++accounts;
        PlayerId referrer = join(account, null);
        join(++accounts, Long.toString(account));
        inviting.add(referrer);
        return referrer;
    }

    private PlayerId join(long account, @Nullable String startParam) {
        PlayerId player =
                Pause.untilAnswered(() ->
                        engine.logIn(TelegramAccount.of(account, "Ann"), startParam)
                                .profile()
                                .id());
        Pause.untilAnswered(() -> engine.execute(player, new Tap(1)));
        everybody.add(player);
        return player;
    }

    int size() {
        return inviting.size();
    }

    /** Whether the friend of {@code referrer} counts. */
    boolean isCounted(PlayerId referrer) {
        return friends(referrer) > 0;
    }

    private int friends(PlayerId referrer) {
        return Pause.untilAnswered(() -> engine.player(referrer))
                .orElseThrow()
                .referral()
                .friends();
    }

    /**
     * Waits until every follow-up is carried out and everything is in the audit, as far as {@code
     * goesOn} allows, and compares all there is.
     */
    TakeoverResult.End compare(
            DrainServers servers,
            String keyspace,
            Supplier<TakeoverResult.Prizes> prizes,
            BooleanSupplier goesOn) {
        try (ScyllaDatabase scylla = servers.openAudit(keyspace)) {
            AuditTrail trail = scylla.audit();
            while (goesOn.getAsBoolean() && !isDone(trail)) {
                Pause.brief();
            }
            long lost = 0;
            long twice = 0;
            for (PlayerId each : inviting) {
                int friends = friends(each);
                lost += friends == 0 ? 1 : 0;
                twice += friends > 1 ? 1 : 0;
            }
            long changes = 0;
            long unaudited = 0;
            long audited = 0;
            for (PlayerId each : everybody) {
                long made = sequence(each);
                long rows = rows(trail, each);
                changes += made;
                unaudited += Math.max(0, made - rows);
                audited += Math.max(0, rows - made);
            }
            List<Mismatch> mismatches = new ArrayList<>();
            var _ = ConservationCheck.of(storage.books()).run((_, _) -> {}, mismatches::add);
            mismatches.forEach(each -> System.out.println("mismatch: " + each));
            return new TakeoverResult.End(
                    inviting.size(),
                    lost,
                    twice,
                    prizes.get(),
                    changes,
                    unaudited,
                    audited,
                    mismatches.size());
        }
    }

    private boolean isDone(AuditTrail trail) {
        return inviting.stream().allMatch(this::isCounted)
                && everybody.stream().allMatch(each -> rows(trail, each) >= sequence(each));
    }

    private long sequence(PlayerId player) {
        return Pause.untilAnswered(() -> engine.player(player)).orElseThrow().sequence();
    }

    private static long rows(AuditTrail trail, PlayerId player) {
        return Pause.untilAnswered(() ->
                trail.days(player).stream().mapToLong(day -> trail.changesOn(player, day)).sum());
    }
}
