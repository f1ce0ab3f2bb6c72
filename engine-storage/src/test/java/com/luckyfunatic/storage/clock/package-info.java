@NullMarked
package com.luckyfunatic.storage.clock;

import org.jspecify.annotations.NullMarked;
