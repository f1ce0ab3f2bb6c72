@org.jspecify.annotations.NullMarked
package com.luckyfunatic.storage.redis;
