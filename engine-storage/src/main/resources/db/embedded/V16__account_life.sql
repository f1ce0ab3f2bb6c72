-- The language that a player has chosen, which logins do not change; null for that of the Telegram account. An
-- account that was erased has its player's id below zero in place of the Telegram id, and no other data of a person.
ALTER TABLE account ADD COLUMN chosen_language TEXT;

-- For erasing a player's wallets.
CREATE INDEX wallet_by_player ON wallet (player_id);

PRAGMA user_version = 16;
