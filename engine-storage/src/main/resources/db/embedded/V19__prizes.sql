-- Final standings of tournaments, and what was paid for them (currency: 0 funz, 1 jokers). They are written from the first rank on
-- without gaps; final_ranking tells how many are, and whether these are all. Changes tell of prizes from here on.
CREATE TABLE final_ranking (
    tournament_id TEXT    PRIMARY KEY,
    written       INTEGER NOT NULL,
    complete      INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE final_standing (
    tournament_id  TEXT    NOT NULL,
    place          INTEGER NOT NULL,
    player_id      INTEGER NOT NULL,
    score          INTEGER NOT NULL,
    score_fraction INTEGER NOT NULL,
    reached_at     INTEGER NOT NULL,
    closed_at      INTEGER NOT NULL,
    currency       INTEGER,
    paid           INTEGER,
    cut            INTEGER,
    paid_at        INTEGER,
    PRIMARY KEY (tournament_id, place)
) WITHOUT ROWID;

CREATE UNIQUE INDEX final_standing_of_player ON final_standing (player_id, closed_at, tournament_id);

PRAGMA user_version = 19;
