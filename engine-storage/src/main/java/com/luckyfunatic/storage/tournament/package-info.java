/** What stores of tournaments share that keep them in tables. */
@NullMarked
package com.luckyfunatic.storage.tournament;

import org.jspecify.annotations.NullMarked;
