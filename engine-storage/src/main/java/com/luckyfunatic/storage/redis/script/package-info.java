/** The Lua sources, assembled into scripts that Redis runs. */
@NullMarked
package com.luckyfunatic.storage.redis.script;

import org.jspecify.annotations.NullMarked;
