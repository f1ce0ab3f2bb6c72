-- Whose an account on the platform is: a player has one, for good. Changes tell of grants from here on.
CREATE TABLE platform_account (
    player_id  INTEGER PRIMARY KEY,
    account_id TEXT    NOT NULL UNIQUE
);

PRAGMA user_version = 12;
