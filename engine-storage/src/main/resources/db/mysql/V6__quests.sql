-- Follow-ups that wait for a moment, epoch milliseconds: quests that complete by themselves. States, events and
-- commands of quests are stored from here on.
ALTER TABLE follow_up
    ADD COLUMN due_at BIGINT NOT NULL DEFAULT 0,
    ADD KEY follow_up_by_due (due_at);
