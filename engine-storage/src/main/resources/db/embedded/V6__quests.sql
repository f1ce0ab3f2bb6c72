-- Follow-ups that wait for a moment, epoch milliseconds: quests that complete by themselves. States, events and
-- commands of quests are stored from here on.
ALTER TABLE follow_up ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;

CREATE INDEX follow_up_by_due ON follow_up (due_at);

PRAGMA user_version = 6;
