@NullMarked
package com.luckyfunatic.operations.adjust;

import org.jspecify.annotations.NullMarked;
