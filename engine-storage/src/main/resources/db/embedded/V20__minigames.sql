-- Runs of minigames and what they came to. A row stays for ever. Of a run without a score, score and scored_at are null;
-- flag says why one is not plausible: 1 above the most, 2 too fast, 3 too much a second. counted_as is the number under
-- which a score counts on boards, null while it does not. review says what somebody said: 1 approved, 0 rejected.
CREATE TABLE minigame_run (
    run_id        INTEGER PRIMARY KEY,
    player_id     INTEGER NOT NULL,
    operation_id  TEXT    NOT NULL,
    minigame_id   TEXT    NOT NULL,
    tournament_id TEXT,
    started_at    INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    seed          INTEGER NOT NULL,
    nonce         INTEGER NOT NULL,
    score         INTEGER,
    scored_at     INTEGER,
    flag          INTEGER,
    counted_as    INTEGER,
    review        INTEGER,
    reviewed_by   TEXT,
    reviewed_why  TEXT,
    reviewed_at   INTEGER,
    UNIQUE (player_id, operation_id)
) STRICT;

CREATE INDEX minigame_run_open ON minigame_run (player_id, expires_at) WHERE score IS NULL;
CREATE INDEX minigame_run_counted ON minigame_run (minigame_id, counted_as) WHERE counted_as IS NOT NULL;
CREATE INDEX minigame_run_of_tournament ON minigame_run (tournament_id, counted_as) WHERE counted_as IS NOT NULL;
CREATE INDEX minigame_run_flagged ON minigame_run (run_id) WHERE flag IS NOT NULL AND review IS NULL;

PRAGMA user_version = 20;
