package com.luckyfunatic.storage.mysql;

import static java.util.stream.Collectors.toMap;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** The table {@code admission}. Thread-safe. */
final class MySqlAdmissions implements Admissions {
    private final Transactions transactions;
    private final AdmissionRepository rows;
    private final AdmissionReads reads;

    MySqlAdmissions(Transactions transactions, AdmissionRepository rows) {
        this.transactions = transactions;
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
