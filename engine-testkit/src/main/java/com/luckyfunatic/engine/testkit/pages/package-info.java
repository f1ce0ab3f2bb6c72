/** What this project's pages say, for the tests of the programs that they speak of. */
@NullMarked
package com.luckyfunatic.engine.testkit.pages;

import org.jspecify.annotations.NullMarked;
