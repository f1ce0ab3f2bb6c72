@NullMarked
package com.luckyfunatic.operations;

import org.jspecify.annotations.NullMarked;
