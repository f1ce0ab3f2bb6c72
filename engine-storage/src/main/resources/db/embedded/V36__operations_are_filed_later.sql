-- Where in `operation` an operation is. Each new one would touch another page of an index; so they are filed here with the snapshot of
-- their player, several at once, and until then the store has their positions in memory.
CREATE TABLE operation_key (
    player_id    INTEGER NOT NULL,
    operation_id TEXT    NOT NULL,
    position     INTEGER NOT NULL,
    PRIMARY KEY (player_id, operation_id)
) WITHOUT ROWID;

INSERT INTO operation_key (player_id, operation_id, position)
SELECT player_id, operation_id, position FROM operation ORDER BY player_id, operation_id;

DROP INDEX operation_by_key;

-- Up to which position all operations are filed.
INSERT INTO meta (name, value) SELECT 'filed_operation', coalesce(max(position), 0) FROM operation;

PRAGMA user_version = 36;
