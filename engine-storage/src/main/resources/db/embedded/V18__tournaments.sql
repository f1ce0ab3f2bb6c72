-- Tournaments and who has entered them. `stage` is 0 draft, 1 published, 2 ranked, 3 paying, 4 done, 5 cancelled; `step` of an
-- entry 0 held, 1 paid, 2 given up, 3 paid and refunded. An entry stays for ever: its operation id is used up.
CREATE TABLE tournament (
    tournament_id TEXT    PRIMARY KEY,
    minigame_id   TEXT    NOT NULL,
    closes_at     INTEGER NOT NULL,
    stage         INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    definition    TEXT    NOT NULL,
    last_number   INTEGER NOT NULL,
    held          INTEGER NOT NULL CHECK (held >= 0),
    entered       INTEGER NOT NULL CHECK (entered >= 0),
    refunded      INTEGER NOT NULL CHECK (refunded >= 0),
    collected     INTEGER NOT NULL CHECK (collected >= 0)
) WITHOUT ROWID;

CREATE INDEX tournament_by_close ON tournament (closes_at, tournament_id);
CREATE INDEX tournament_by_stage ON tournament (stage, closes_at, tournament_id);

CREATE TABLE tournament_entry (
    player_id     INTEGER NOT NULL,
    operation_id  TEXT    NOT NULL,
    tournament_id TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    currency      TEXT    NOT NULL,
    fee           INTEGER NOT NULL,
    at_millis     INTEGER NOT NULL,
    held_until    INTEGER NOT NULL,
    step          INTEGER NOT NULL,
    PRIMARY KEY (player_id, operation_id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX tournament_entry_by_number ON tournament_entry (tournament_id, number);
CREATE INDEX tournament_entry_of_player ON tournament_entry (player_id, at_millis, tournament_id, number);
CREATE INDEX tournament_entry_held ON tournament_entry (held_until, player_id, operation_id) WHERE step = 0;

CREATE TABLE tournament_disqualification (
    tournament_id TEXT    NOT NULL,
    player_id     INTEGER NOT NULL,
    reason        TEXT    NOT NULL,
    actor         TEXT    NOT NULL,
    at_millis     INTEGER NOT NULL,
    PRIMARY KEY (tournament_id, player_id)
) WITHOUT ROWID;

PRAGMA user_version = 18;
