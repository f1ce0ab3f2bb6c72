-- What operators asked for. Rows are only added. `outcome`: 0 done, 1 refused, 2 failed. `detail` names no person but by
-- the player's id.
CREATE TABLE operator_action (
    action_id INTEGER PRIMARY KEY,
    operator  TEXT    NOT NULL,
    at_millis INTEGER NOT NULL,
    action    TEXT    NOT NULL,
    player_id INTEGER,
    reference TEXT,
    outcome   INTEGER NOT NULL,
    detail    TEXT    NOT NULL
) STRICT;

CREATE INDEX operator_action_of ON operator_action (operator, action_id);
CREATE INDEX operator_action_about ON operator_action (player_id, action_id) WHERE player_id IS NOT NULL;

CREATE TRIGGER operator_action_stays BEFORE DELETE ON operator_action
BEGIN
    SELECT RAISE(ABORT, 'what operators did is not deleted');
END;

CREATE TRIGGER operator_action_is_final BEFORE UPDATE ON operator_action
BEGIN
    SELECT RAISE(ABORT, 'what operators did is not changed');
END;

PRAGMA user_version = 25;
