package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.campaign.CampaignRules;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.CampaignRows.Looked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code campaign_arrival}: a row for each player whom a campaign brought. Who has come
 * to play is looked up in the snapshots when figures are asked for, and then kept. Thread-safe.
 */
final class MySqlCampaigns implements Campaigns {
    private static final int LOOKED_AT_ONCE = 500;

    private final Transactions transactions;
    private final CampaignRepository arrivals;
    private final GameCodec codec;

    MySqlCampaigns(Transactions transactions, CampaignRepository arrivals, GameCodec codec) {
        this.transactions = transactions;
        this.arrivals = arrivals;
        this.codec = codec;
    }

    /** Notes a new account that a campaign has brought, within a transaction of the caller. */
    static void arrived(Profile newcomer, CampaignRepository arrivals) {
        if (newcomer.campaign() != null) {
            arrivals.insertIfAbsent(
                    Days.epochDay(newcomer.joinedAtMillis()),
                    newcomer.campaign(),
                    newcomer.id().value());
        }
    }

    @Override
    public void seen(PlayerId player, long epochDay) {
        transactions.runVoid(_ -> {
            long arrivalDay = arrivals.arrivalDay(player.value()).orElse(Long.MIN_VALUE);
            if (CampaignRules.isDay1(arrivalDay, epochDay)) {
                arrivals.returnedOnDay1(player.value());
            } else if (CampaignRules.isDay7(arrivalDay, epochDay)) {
                arrivals.returnedOnDay7(player.value());
            }
        });
    }

    @Override
    public Page<CampaignFigures> figures(
            long fromDay, long toDay, @Nullable Position after, int limit) {
        Page.requireLimit(limit);
        while (lookAtChanged(fromDay, toDay) == LOOKED_AT_ONCE) {
            // More may have changed.
        }
        List<CampaignFigures> read =
                transactions.run(connection ->
                        CampaignRows.figures(connection, fromDay, toDay, after, limit + 1));
        return Page.ofOneMore(read, limit);
    }

    /** Looks at players who were not active yet and have changed since they were looked at. */
    private int lookAtChanged(long fromDay, long toDay) {
        return transactions.run(connection -> {
            List<Looked> looked =
                    CampaignRows.changed(connection, fromDay, toDay, LOOKED_AT_ONCE).stream()
                            .map(this::look)
                            .toList();
            CampaignRows.keep(connection, looked);
            return looked.size();
        });
    }

    private Looked look(CampaignRows.Changed changed) {
        return new Looked(
                changed.player(),
                changed.sequence(),
                CampaignRules.isActivated(codec.readState(changed.state())));
    }
}
