-- Whose a wallet outside the game is: the first player who proved it, for good. Players' states and changes
-- tell of wallets and exchanges from here on.
CREATE TABLE wallet (
    address   VARCHAR(80) NOT NULL,
    player_id BIGINT      NOT NULL,
    PRIMARY KEY (address)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
