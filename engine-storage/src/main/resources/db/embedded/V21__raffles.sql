-- Raffles, their tickets and their winners. `step` of a raffle: 0 open, 1 closed, 2 frozen, 3 drawn, 4 done.
-- `state` of a reservation: 0 held, 1 sold, 2 given back; the last two are for good, and only what is sold has
-- ticket numbers. `seed` and `holder_key` are secret; the first one until the raffle is drawn, the second one for
-- ever.
CREATE TABLE raffle (
    raffle_id  TEXT    PRIMARY KEY,
    definition TEXT    NOT NULL,
    closes_at  INTEGER NOT NULL,
    seed       TEXT    NOT NULL,
    holder_key TEXT    NOT NULL,
    step       INTEGER NOT NULL,
    reserved   INTEGER NOT NULL CHECK (reserved >= 0),
    sold       INTEGER NOT NULL CHECK (sold >= 0),
    players    INTEGER NOT NULL CHECK (players >= 0),
    list_hash  TEXT
) WITHOUT ROWID;

CREATE INDEX raffle_by_closing ON raffle (closes_at, raffle_id);

CREATE TABLE raffle_reservation (
    player_id      INTEGER NOT NULL,
    operation_id   TEXT    NOT NULL,
    raffle_id      TEXT    NOT NULL,
    quantity       INTEGER NOT NULL CHECK (quantity > 0),
    command        TEXT    NOT NULL,
    reserved_until INTEGER NOT NULL,
    state          INTEGER NOT NULL,
    first_ticket   INTEGER,
    PRIMARY KEY (player_id, operation_id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX raffle_ticket ON raffle_reservation (raffle_id, first_ticket) WHERE first_ticket IS NOT NULL;
CREATE INDEX raffle_reservation_of_player ON raffle_reservation (raffle_id, player_id, state);
CREATE INDEX raffle_reservation_held ON raffle_reservation (reserved_until, player_id, operation_id) WHERE state = 0;

CREATE TABLE raffle_winner (
    raffle_id TEXT    NOT NULL,
    place     INTEGER NOT NULL,
    ticket    INTEGER NOT NULL,
    player_id INTEGER NOT NULL,
    paid      INTEGER NOT NULL,
    PRIMARY KEY (raffle_id, place),
    UNIQUE (raffle_id, ticket)
) WITHOUT ROWID;

PRAGMA user_version = 21;
