@org.jspecify.annotations.NullMarked
package com.luckyfunatic.storage.distributed;
