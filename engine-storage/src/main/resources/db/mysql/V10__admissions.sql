-- Bans, and logins that were ended; one row for each player about whom somebody has decided, so it is nearly
-- always empty. `banned_until` is null for who is not banned, 9223372036854775807 for ever.
CREATE TABLE admission (
    player_id       BIGINT       NOT NULL,
    banned_until    BIGINT       NULL,
    ban_reason      VARCHAR(512) NULL,
    ban_actor       VARCHAR(128) NULL,
    banned_at       BIGINT       NULL,
    logins_ended_at BIGINT       NOT NULL,
    PRIMARY KEY (player_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
