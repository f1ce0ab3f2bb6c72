-- Whom a marketing campaign brought: one row for each player, made together with the account. Figures count rows.
-- `looked_at_sequence` is that of the snapshot in which the player was last looked for taps.
CREATE TABLE campaign_arrival (
    arrival_day        INT          NOT NULL,
    campaign           VARCHAR(256) NOT NULL,
    player_id          BIGINT       NOT NULL,
    activated          BOOLEAN      NOT NULL DEFAULT FALSE,
    day1               BOOLEAN      NOT NULL DEFAULT FALSE,
    day7               BOOLEAN      NOT NULL DEFAULT FALSE,
    looked_at_sequence BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (arrival_day, campaign, player_id),
    UNIQUE KEY campaign_arrival_by_player (player_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO campaign_arrival (arrival_day, campaign, player_id)
SELECT joined_at DIV 86400000, campaign, player_id FROM account WHERE campaign IS NOT NULL;
