@NullMarked
package com.luckyfunatic.devservers;

import org.jspecify.annotations.NullMarked;
