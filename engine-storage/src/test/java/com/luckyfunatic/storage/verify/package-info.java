@NullMarked
package com.luckyfunatic.storage.verify;

import org.jspecify.annotations.NullMarked;
