-- Whose an account on the platform is: a player has one, for good. Changes tell of grants from here on.
CREATE TABLE platform_account (
    player_id  BIGINT      NOT NULL,
    account_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (player_id),
    UNIQUE KEY platform_account_by_account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
