-- Whom a marketing campaign brought: one row for each player, made together with the account. Figures count rows.
-- `looked_at_sequence` is that of the snapshot in which the player was last looked for taps.
CREATE TABLE campaign_arrival (
    arrival_day        INTEGER NOT NULL,
    campaign           TEXT    NOT NULL,
    player_id          INTEGER NOT NULL UNIQUE,
    activated          INTEGER NOT NULL DEFAULT 0,
    day1               INTEGER NOT NULL DEFAULT 0,
    day7               INTEGER NOT NULL DEFAULT 0,
    looked_at_sequence INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (arrival_day, campaign, player_id)
) WITHOUT ROWID;

INSERT INTO campaign_arrival (arrival_day, campaign, player_id)
SELECT joined_at / 86400000, campaign, player_id FROM account WHERE campaign IS NOT NULL;

PRAGMA user_version = 11;
