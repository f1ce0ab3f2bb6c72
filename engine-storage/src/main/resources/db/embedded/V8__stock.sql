-- Supplies that are counted for all players together, and what is held of them. `state` is of a reservation:
-- 0 held, 1 sold, 2 given back; the last two are for good. A row stays for ever: its operation id is used up.
CREATE TABLE stock_level (
    stock_id TEXT    PRIMARY KEY,
    reserved INTEGER NOT NULL CHECK (reserved >= 0),
    sold     INTEGER NOT NULL CHECK (sold >= 0)
) WITHOUT ROWID;

CREATE TABLE stock_reservation (
    player_id      INTEGER NOT NULL,
    operation_id   TEXT    NOT NULL,
    stock_id       TEXT    NOT NULL,
    quantity       INTEGER NOT NULL CHECK (quantity > 0),
    command        TEXT    NOT NULL,
    reserved_until INTEGER NOT NULL,
    state          INTEGER NOT NULL,
    PRIMARY KEY (player_id, operation_id)
) WITHOUT ROWID;

CREATE INDEX stock_reservation_held ON stock_reservation (reserved_until, player_id, operation_id) WHERE state = 0;

PRAGMA user_version = 8;
