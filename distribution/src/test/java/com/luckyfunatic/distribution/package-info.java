/** What people get who download the programs. */
@NullMarked
package com.luckyfunatic.distribution;

import org.jspecify.annotations.NullMarked;
