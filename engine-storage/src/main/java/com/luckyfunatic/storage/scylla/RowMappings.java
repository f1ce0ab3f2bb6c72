package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.scylla.AuditFact.BoosterSnapshot;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import com.luckyfunatic.storage.scylla.AuditFact.SessionBegun;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The mapping of each table. */
final class RowMappings {
    private RowMappings() {}

    static final class Changes implements RowMapping<AuditEntry> {
        @Override
        public void bind(Binder statement, AuditEntry row) {
            statement.put(row.epoch()).put(GameCodec.FORMAT).put(row.document());
        }

        @Override
        public AuditEntry read(PlayerId player, AuditPosition position, long atMillis, Row row) {
            return new AuditEntry(
                    player,
                    row.getLong("epoch"),
                    position.sequence(),
                    position.changeId(),
                    atMillis,
                    text(row, "document"));
        }
    }

    static final class Items implements RowMapping<ItemTransaction> {
        @Override
        public void bind(Binder statement, ItemTransaction row) {
            statement.put(row.item().value()).put(row.delta()).put(row.reason());
        }

        @Override
        public ItemTransaction read(
                PlayerId player, AuditPosition position, long atMillis, Row row) {
            return new ItemTransaction(
                    player,
                    position,
                    atMillis,
                    new ItemId(text(row, "item")),
                    row.getInt("delta"),
                    text(row, "reason"));
        }
    }

    static final class Sessions implements RowMapping<SessionBegun> {
        @Override
        public void bind(Binder statement, SessionBegun row) {
            statement.put(row.session());
        }

        @Override
        public SessionBegun read(PlayerId player, AuditPosition position, long atMillis, Row row) {
            return new SessionBegun(player, position, atMillis, row.getLong("session"));
        }
    }

    static final class Boosters implements RowMapping<BoosterSnapshot> {
        @Override
        public void bind(Binder statement, BoosterSnapshot row) {
            statement
                    .put(row.booster().value())
                    .put(row.currency().name())
                    .put(row.price())
                    .put(row.level());
            ActiveBooster active = row.active();
            if (active == null) {
                statement.skip(3);
            } else {
                statement
                        .put(active.effect().name())
                        .put(active.magnitude())
                        .putMoment(active.untilMillis());
            }
            BoosterUse use = row.use();
            if (use == null) {
                statement.skip(3);
            } else {
                statement
                        .putMoment(use.readyAtMillis())
                        .put(LocalDate.ofEpochDay(use.epochDay()))
                        .put(use.usedOnDay());
            }
        }

        @Override
        public BoosterSnapshot read(
                PlayerId player, AuditPosition position, long atMillis, Row row) {
            BoosterType type = new BoosterType(text(row, "booster"));
            return new BoosterSnapshot(
                    player,
                    position,
                    atMillis,
                    type,
                    Currency.valueOf(text(row, "currency")),
                    row.getLong("price"),
                    row.getInt("level"),
                    active(type, row),
                    use(type, row));
        }

        private static @Nullable ActiveBooster active(BoosterType type, Row row) {
            Instant until = row.getInstant("until_at");
            return until == null
                    ? null
                    : new ActiveBooster(
                            type,
                            Effect.valueOf(text(row, "effect")),
                            row.getLong("magnitude"),
                            until.toEpochMilli());
        }

        private static @Nullable BoosterUse use(BoosterType type, Row row) {
            Instant ready = row.getInstant("ready_at");
            LocalDate day = row.getLocalDate("used_day");
            return ready == null || day == null
                    ? null
                    : new BoosterUse(
                            type,
                            ready.toEpochMilli(),
                            day.toEpochDay(),
                            row.getInt("used_on_day"));
        }
    }

    private static String text(Row row, String column) {
        String text = row.getString(column);
        if (text == null) {
            // Only a hand that writes past this program makes such a row.
            throw new StorageCorruptException(column + " is missing in a row of the audit trail");
        }
        return text;
    }
}
