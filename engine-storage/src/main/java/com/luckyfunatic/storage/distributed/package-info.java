/** Redis, MySQL and ScyllaDB as one storage. */
@NullMarked
package com.luckyfunatic.storage.distributed;

import org.jspecify.annotations.NullMarked;
