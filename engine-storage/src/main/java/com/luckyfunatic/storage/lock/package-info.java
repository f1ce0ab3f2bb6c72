/** Locks among processes that only decide who tries first. */
@NullMarked
package com.luckyfunatic.storage.lock;

import org.jspecify.annotations.NullMarked;
