@NullMarked
package com.luckyfunatic.storage.codec;

import org.jspecify.annotations.NullMarked;
