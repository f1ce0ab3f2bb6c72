/** What the stores do with the tables of raffles, in the SQL that all of them understand. */
@NullMarked
package com.luckyfunatic.storage.raffle;

import org.jspecify.annotations.NullMarked;
