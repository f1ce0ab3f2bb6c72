@NullMarked
package com.luckyfunatic.storage.scylla;

import org.jspecify.annotations.NullMarked;
