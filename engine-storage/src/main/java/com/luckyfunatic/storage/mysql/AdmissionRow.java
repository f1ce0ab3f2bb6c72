package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code admission}. */
@MappedEntity("admission")
record AdmissionRow(
        @Id long playerId,
        @Nullable Long bannedUntil,
        @Nullable String banReason,
        @Nullable String banActor,
        @Nullable Long bannedAt,
        long loginsEndedAt) {
    Admission toAdmission() {
        Ban ban =
                bannedUntil == null
                        ? null
                        : new Ban(
                                bannedUntil,
                                Objects.requireNonNull(banReason),
                                Objects.requireNonNull(banActor),
                                Objects.requireNonNull(bannedAt));
        return new Admission(ban, loginsEndedAt);
    }
}
