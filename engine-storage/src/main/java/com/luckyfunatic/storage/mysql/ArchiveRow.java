package com.luckyfunatic.storage.mysql;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of the table {@code change_archive}, as hydration reads it. */
@MappedEntity("change_archive")
@SuppressWarnings("ArrayRecordComponent") // never compared; the array is handed on to be unpacked
record ArchiveRow(@Id long id, int entryCount, byte[] document) {}
