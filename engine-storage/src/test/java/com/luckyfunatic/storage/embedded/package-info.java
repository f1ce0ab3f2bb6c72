@NullMarked
package com.luckyfunatic.storage.embedded;

import org.jspecify.annotations.NullMarked;
