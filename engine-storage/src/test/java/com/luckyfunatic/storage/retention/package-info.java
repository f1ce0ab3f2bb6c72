@NullMarked
package com.luckyfunatic.storage.retention;

import org.jspecify.annotations.NullMarked;
