/**
 * MySQL's part of the distributed storage: accounts, snapshots, the ledger of hard changes, the
 * archive of all changes, and what servers must agree on. Works on MySQL 8 and MariaDB.
 */
@NullMarked
package com.luckyfunatic.storage.mysql;

import org.jspecify.annotations.NullMarked;
