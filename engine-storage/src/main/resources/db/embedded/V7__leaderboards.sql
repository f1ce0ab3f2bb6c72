-- Leaderboards, and what they keep of each player. Their order is kept in memory and made from these rows
-- when a board is first asked for: a b-tree does not know the rank of a row.
CREATE TABLE board (
    board_id  TEXT    PRIMARY KEY,
    method    TEXT    NOT NULL,
    direction TEXT    NOT NULL,
    closes_at INTEGER NOT NULL,
    frozen    INTEGER NOT NULL
) WITHOUT ROWID;

-- `runs` are the counted runs that are kept, "run:score,run:score…", greatest run first; `forgotten` is the
-- greatest that is not.
CREATE TABLE board_entry (
    board_id   TEXT    NOT NULL,
    player_id  INTEGER NOT NULL,
    total      INTEGER NOT NULL,
    count      INTEGER NOT NULL,
    reached_at INTEGER NOT NULL,
    forgotten  INTEGER NOT NULL,
    runs       TEXT    NOT NULL,
    removed    INTEGER NOT NULL,
    PRIMARY KEY (board_id, player_id)
) WITHOUT ROWID;

PRAGMA user_version = 7;
