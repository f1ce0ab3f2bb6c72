/** {@code admin tournament}: what tournaments are, who stands where, who would get what. */
@NullMarked
package com.luckyfunatic.admin.tournament;

import org.jspecify.annotations.NullMarked;
