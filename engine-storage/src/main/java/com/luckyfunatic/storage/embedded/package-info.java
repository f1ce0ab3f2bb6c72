/**
 * The embedded store: one SQLite file in one directory, durable, with nothing to install.
 *
 * <p>The process owns the file. Players in use live in memory; a single writer thread gathers what
 * waits into one transaction, appends to the journal and answers; snapshots follow later.
 */
@NullMarked
package com.luckyfunatic.storage.embedded;

import org.jspecify.annotations.NullMarked;
