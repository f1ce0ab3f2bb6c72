-- Whether the audit is known to have a batch for good: what it only acknowledged, it may have forgotten. A batch without this mark is handed
-- to the audit again after an outage, and never deleted.
ALTER TABLE change_archive
    ADD COLUMN audited BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY change_archive_by_audit (partition_number, audited, id);
