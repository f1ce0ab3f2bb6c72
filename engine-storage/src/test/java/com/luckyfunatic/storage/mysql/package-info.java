/** Tests on a MySQL-compatible server. */
@NullMarked
package com.luckyfunatic.storage.mysql;

import org.jspecify.annotations.NullMarked;
