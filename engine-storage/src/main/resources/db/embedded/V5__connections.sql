-- Whose a wallet outside the game is: the first player who proved it, for good. Players' states and changes
-- tell of wallets and exchanges from here on.
CREATE TABLE wallet (
    address   TEXT    PRIMARY KEY,
    player_id INTEGER NOT NULL
) WITHOUT ROWID;

PRAGMA user_version = 5;
