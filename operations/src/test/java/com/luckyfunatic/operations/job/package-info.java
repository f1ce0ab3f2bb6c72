@NullMarked
package com.luckyfunatic.operations.job;

import org.jspecify.annotations.NullMarked;
