/** The command line that runs background jobs. */
@NullMarked
package com.luckyfunatic.worker;

import org.jspecify.annotations.NullMarked;
