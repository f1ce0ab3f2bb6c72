package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.PopupWaves;

/** When the last wave began: the one row of the table {@code popup_wave}. Thread-safe. */
final class MySqlPopupWaves implements PopupWaves {
    private final Transactions transactions;
    private final PopupWaveRepository waves;

    MySqlPopupWaves(Transactions transactions, PopupWaveRepository waves) {
        this.transactions = transactions;
        this.waves = waves;
    }

    @Override
    public boolean begin(long nowMillis, long pauseMillis) {
        return transactions.run(_ -> {
            long last = waves.lockBeganAt();
            if (last != 0 && nowMillis - last < pauseMillis) {
                return false;
            }
            waves.begin(nowMillis);
            return true;
        });
    }

    @Override
    public long last() {
        return transactions.run(_ -> waves.beganAt());
    }
}
