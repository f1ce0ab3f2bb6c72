/** What people and scripts are told of players' past, whichever program tells it. */
@NullMarked
package com.luckyfunatic.operations.past;

import org.jspecify.annotations.NullMarked;
