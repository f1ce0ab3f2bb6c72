package com.luckyfunatic.storage.mysql;

import static java.util.stream.Collectors.toMap;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.codec.GameCodec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables {@code admission} and {@code admission_change}. Thread-safe. */
final class MySqlAdmissions implements Admissions {
    private final Transactions transactions;
    private final AdmissionRepository rows;
    private final AdmissionReads reads;
    private final GameCodec codec;

    MySqlAdmissions(Transactions transactions, AdmissionRepository rows, GameCodec codec) {
        this.transactions = transactions;
        this.codec = codec;
        this.rows = rows;
        reads = new AdmissionReads(this::find, System::nanoTime);
    }

    private Map<PlayerId, Admission> find(Collection<PlayerId> players) {
        var ids = players.stream().map(PlayerId::value).toList();
        return transactions.run(_ ->
                rows.find(ids).stream()
                        .collect(
                                toMap(
                                        row -> new PlayerId(row.playerId()),
                                        AdmissionRow::toAdmission)));
    }

    @Override
    public void ban(PlayerId player, Ban ban) {
        transactions.runVoid(_ ->
                rows.ban(
                        player.value(),
                        ban.untilMillis(),
                        ban.reason(),
                        ban.actor(),
                        ban.atMillis()));
    }

    @Override
    public void unban(PlayerId player) {
        transactions.runVoid(_ -> rows.unban(player.value()));
    }

    @Override
    public void endLogins(PlayerId player, long atMillis) {
        transactions.runVoid(_ -> rows.endLogins(player.value(), atMillis));
    }

    @Override
    public Optional<AdmissionChange> change(AdmissionChange change) {
        long player = change.player().value();
        String operation = change.operation().value();
        return transactions.run(_ -> {
            rows.lock(player);
            Optional<AdmissionChange> before = stored(operation);
            if (before.isPresent()) {
                return before;
            }
            Admission now = rows.find(List.of(player)).getFirst().toAdmission();
            if (!now.equals(change.before())) {
                return Optional.empty();
            }
            replace(player, change.after());
            rows.addChange(operation, player, change.atMillis(), codec.write(change));
            return Optional.of(change);
        });
    }

    private void replace(long player, Admission after) {
        Ban ban = after.ban();
        rows.replace(
                player,
                ban == null ? null : ban.untilMillis(),
                ban == null ? null : ban.reason(),
                ban == null ? null : ban.actor(),
                ban == null ? null : ban.atMillis(),
                after.loginsEndedAtMillis());
    }

    @Override
    public Optional<AdmissionChange> changed(OperationId operation) {
        return transactions.run(_ -> stored(operation.value()));
    }

    private Optional<AdmissionChange> stored(String operation) {
        return rows.changed(operation).map(codec::readAdmissionChange);
    }

    @Override
    public void admission(
            PlayerId player, Consumer<Admission> answer, Consumer<Throwable> failure) {
        var _ =
                reads.ask(player)
                        .whenComplete((admission, missed) -> {
                            if (missed == null) {
                                answer.accept(admission);
                            } else {
                                failure.accept(missed);
                            }
                        });
    }

    /** Answers nobody any more. */
    void close() {
        reads.close();
    }
}
