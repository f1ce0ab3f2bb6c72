-- Since when a follow-up waits and what was in its way; of those that wait already, since now. `failed_at`: the last attempt that
-- came to nothing, `failure` what failed then. A row that was dropped stays for ever, so that what calls for it again finds it:
-- it is never carried out. Times are epoch milliseconds.
ALTER TABLE follow_up
    ADD COLUMN queued_at BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN failed_attempts INT NOT NULL DEFAULT 0,
    ADD COLUMN failed_at BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN failure VARCHAR(200) NOT NULL DEFAULT '',
    ADD COLUMN dropped_by VARBINARY(64) NULL,
    ADD COLUMN dropped_at BIGINT NULL;

UPDATE follow_up SET queued_at = UNIX_TIMESTAMP() * 1000;

-- Since when it could have been carried out; of one that was dropped, nothing.
ALTER TABLE follow_up
    ADD COLUMN waits_since BIGINT AS (IF(dropped_at IS NULL, GREATEST(queued_at, due_at), NULL)) VIRTUAL,
    ADD KEY follow_up_by_wait (waits_since, id);
