@NullMarked
package com.luckyfunatic.operations.content;

import org.jspecify.annotations.NullMarked;
