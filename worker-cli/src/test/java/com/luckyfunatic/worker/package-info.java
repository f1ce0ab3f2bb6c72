@NullMarked
package com.luckyfunatic.worker;

import org.jspecify.annotations.NullMarked;
