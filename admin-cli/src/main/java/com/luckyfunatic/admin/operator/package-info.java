/** Commands on the people who run the game: who they are, and what each may do. */
@NullMarked
package com.luckyfunatic.admin.operator;

import org.jspecify.annotations.NullMarked;
